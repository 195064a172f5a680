import type { KeyObject } from 'node:crypto';
import type { Logger } from 'pino';
import type { Config } from './config.ts';
import type { Db } from './db/database.ts';
import type { Role } from './db/schema.ts';
import type { Instant } from './domain/instant.ts';
import type { Egress } from './security/egress/index.ts';
import type { Seal } from './security/seal.ts';

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

export interface SigningKey {
  kid: string;
  privateKey: KeyObject;
}

/** What the service signs licences with and verifies them by. */
export interface LicenceKeys {
  active: SigningKey;
  /** Public keys by `kid`, the active one's among them. */
  verifying: ReadonlyMap<string, KeyObject>;
  /** The document served at `/.well-known/jwks.json`. */
  jwks: { keys: readonly object[] };
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
  keys: LicenceKeys;
  seal: Seal;
  /** Turns an API key into what is stored of it. */
  hashKey: (key: string) => Buffer;
  egress: Egress;
  /** Tells the relay, here or elsewhere, that something was committed. */
  nudge: () => void;
  caller: Caller;
}
