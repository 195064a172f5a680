import type { Instant } from '../../domain/instant.ts';
import type { Statuses } from '../../verifier/index.ts';
import type { Entry, Payload, Unsealed } from './entry.ts';
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
  /** Absent where only the log is known. */
  licences?: LicenceSource;
}

/** The licences, as they are when all events have been read. */
export interface LicenceSource {
  /** Those that they come with. */
  columns: readonly string[];
  rows(): AsyncIterable<readonly KeptLicence[]>;
  /** A licence with its events, read anew: it may have changed since, and it can be explained. */
  again(id: string): Promise<{ events: readonly Payload[]; fields: LicenceFields } | undefined>;
  /**
   * What a status list says; a sentence where it cannot be read, and undefined where it is being
   * signed anew.
   *
   * @param uri its address, as the licences say it
   */
  statuses(uri: string): Promise<Statuses | string | undefined>;
}
