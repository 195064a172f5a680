import type { Instant } from '../../domain/instant.ts';
import type { Entry, Unsealed } from './entry.ts';
import type { LicenceFields } from './licence-row.ts';
import type { ArchivedKey } from './log-keys.ts';

/** One tree of the log; a later one is opened when a restore has lost leaves. */
export interface Shard {
  number: number;
  origin: string;
}

/** A checkpoint as it is kept: what it says beside the note that was signed. */
export interface KeptCheckpoint {
  size: number;
  root: Uint8Array;
  at: Instant;
  note: string;
}

/** A licence as it is kept. */
export interface KeptLicence {
  id: string;
  fields: LicenceFields;
}

/** Where a record is read from, in batches, so that it need not fit into memory. */
export interface RecordSource {
  /** Every key that ever was, as the archive of keys shows them. */
  keys(): Promise<readonly ArchivedKey[]>;
  /** The oldest first. */
  shards(): Promise<readonly Shard[]>;
  /** In the order of their sizes. */
  checkpoints(shard: Shard): AsyncIterable<readonly KeptCheckpoint[]>;
  /** In the order of the tree. */
  entries(shard: Shard): AsyncIterable<readonly Entry[]>;
  /** Events that have no leaf, in the order of their ids; absent where only leaves are known. */
  withoutLeaf?(): AsyncIterable<readonly Unsealed[]>;
  /** The licences with the columns that they come with; absent where only the log is known. */
  licences?: {
    columns: readonly string[];
    rows(): AsyncIterable<readonly KeptLicence[]>;
  };
}
