import type { KeyObject } from 'node:crypto';
import type { Logger } from 'pino';
import type { Config } from './config.ts';
import type { Db } from './db/database.ts';
import type { Role } from './db/schema.ts';
import type { Instant } from './domain/instant.ts';
import type { Metrics } from './metrics/metrics.ts';
import type { Egress } from './security/egress/index.ts';
import type { Seal } from './security/seal.ts';
import type { FindPlace } from './security/status-list/places.ts';
import type { KeyRing } from './verifier/index.ts';

/** Who is acting, as the record will name them. */
export interface Caller {
  kind: 'key' | 'system' | 'public';
  /** An API key's id, the name of a worker, or `anonymous`. */
  id: string;
  role: Role | null;
  /** Set for an outlet's key: its rows and no others may be seen. */
  outlet: string | null;
  /** Slugs that a staff key is limited to; null means all. */
  publications: readonly string[] | null;
  /** Joins the answer, the log lines and the events of one request. */
  requestId: string;
}

/** The one key that signs for a purpose. */
export interface SigningKey {
  /** RFC 7638 thumbprint. */
  kid: string;
  privateKey: KeyObject;
  publicKey: KeyObject;
}

/** What the service signs with and verifies by. */
export interface SigningKeys {
  /** Signs licences and status lists. */
  active: SigningKey;
  /** Signs the checkpoints of the log. */
  log: SigningKey;
  /** Every key that ever was, with its state: to verify licences and proofs of the log by. */
  ring: KeyRing;
  /** The document served at `/.well-known/jwks.json`. */
  jwks: { keys: readonly object[] };
  /** Every key that ever was, as served at `/.well-known/jwks-archive.json`. */
  archive: { keys: readonly object[] };
}

/**
 * The keys as this process knows them now: a rotation elsewhere is seen within seconds. Whoever
 * needs two of them that belong together reads both before the next `await`.
 */
export interface LiveKeys extends Readonly<SigningKeys> {
  /** Reads the keys anew. @throws Error when the database or a seal does not open */
  reload(): Promise<void>;
  /** Says that a transaction is changing them: once it is committed they are to be read anew. */
  expectChange(): void;
  /** Whether a change was announced since they were last read. */
  isChangeExpected(): boolean;
}

/** Everything a service may touch. Built once by the composition root, or by a test. */
export interface Context {
  config: Config;
  /** The pool; inside a transaction only the transaction exists. */
  db: Db;
  now: () => Instant;
  /** A fresh UUIDv7. */
  newId: () => string;
  /** Cryptographically strong bytes. */
  random: (bytes: number) => Buffer;
  log: Logger;
  keys: LiveKeys;
  seal: Seal;
  /** The place of a licence on a status list. */
  findPlace: FindPlace;
  /** Turns an API key into what is stored of it. */
  hashKey: (key: string) => Buffer;
  /** What opens the link in the mails of a notice, by the notice's id. */
  linkToken: (notice: string) => string;
  egress: Egress;
  /** Counts what happens in this process. */
  metrics: Metrics;
  /** Tells the relay, here or elsewhere, that something was committed. */
  nudge: () => void;
  caller: Caller;
}
