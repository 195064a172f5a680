import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config, Secrets } from '../config.ts';
import { type Database, databaseOn } from './database.ts';
import { lockDirectory } from './directory-lock.ts';
import { openEmbedded } from './embedded-cluster.ts';
import { type EmbeddedPool, pglitePool } from './pglite-pool.ts';
import { postgresPool, preparing, queuePool } from './postgres-pool.ts';

/** What a connection that listens was told. */
interface Notification {
  channel: string;
  payload?: string | undefined;
}

/** A connection that may listen. */
export interface ListeningClient {
  query(text: string): Promise<unknown>;
  on(event: 'notification', listener: (message: Notification) => void): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
  release(destroy?: boolean): void;
}

/** The pool on which a queue without Redis runs, whichever tier it is. */
export interface QueuePool {
  query(text: string): Promise<unknown>;
  connect(): Promise<ListeningClient>;
}

/** The truth of one process, and the pool for its queue. */
export interface Store {
  db: Database;
  queuePool: QueuePool;
  close(): Promise<void>;
}

/** PostgreSQL where `DATABASE_URL` names one, else the embedded one in `DATA_DIR`. */
export function openStore(config: Config, secrets: Secrets): Promise<Store> {
  return secrets.databaseUrl ? openServer(secrets.databaseUrl) : openDirectory(config.dataDir);
}

async function openServer(url: string): Promise<Store> {
  const pool = postgresPool(url);
  const queue = queuePool(url);
  const db = databaseOn(preparing(pool));
  return {
    db,
    queuePool: queue,
    close: async () => {
      await Promise.all([db.destroy(), queue.end()]);
    },
  };
}

async function openDirectory(directory: string): Promise<Store> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const unlock = lockDirectory(directory);
  try {
    const pool = pglitePool(await openEmbedded(directory));
    return { db: databaseOn(pool as never), queuePool: pool, close: () => shut(pool, unlock) };
  } catch (error) {
    unlock();
    throw error;
  }
}

async function shut(pool: EmbeddedPool, unlock: () => void): Promise<void> {
  await pool.end();
  unlock();
}

/** Where the embedded tier keeps the key that seals its secrets. */
export function sealKeyFile(config: Config): string {
  return join(config.dataDir, 'seal.key');
}
