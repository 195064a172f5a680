import {
  assertSchemaCompatibility,
  createPostgresBackend,
  LATEST_SCHEMA_VERSION,
  Queue,
  runMigrations,
  SchemaMigrationRequiredError,
  Worker,
} from 'bullmq';
import type { Store } from '../db/open-store.ts';
import type { Backend, WakeUp } from './queues.ts';
import { WORKER_OPTIONS } from './worker-options.ts';

type Pool = Store['queuePool'];

/** BullMQ on PostgreSQL, the embedded one included: any pool shaped like node-postgres' will do. */
export function postgresBackend(pool: Pool): Backend {
  const connection = pool as never;
  return {
    queue: (name) => new Queue<WakeUp>(name, { connection }, createPostgresBackend as never),
    worker: (name, concurrency, process) =>
      new Worker<WakeUp>(
        name,
        process,
        { connection, concurrency, ...WORKER_OPTIONS },
        createPostgresBackend as never,
      ),
    // What the database forgets is forgotten with all else.
    count: null,
    // The store owns the pool.
    close: async () => {},
  };
}

/**
 * Makes or updates BullMQ's own tables, in its own schema; concurrent callers wait for each other.
 *
 * Its statements use bare names. A pool's connections are told where to look when they open; the
 * embedded session is told here, for good.
 */
export async function prepareQueueTables(pool: Pool): Promise<void> {
  const client = await pool.connect();
  try {
    if (!(await isPrepared(client))) await runMigrations(client as never);
    await client.query('set search_path to bullmq, public');
  } finally {
    client.release();
  }
}

/** A role that owns none of the tables may not even ask for them to be made. */
async function isPrepared(client: Awaited<ReturnType<Pool['connect']>>): Promise<boolean> {
  try {
    return (await assertSchemaCompatibility(client as never)) >= LATEST_SCHEMA_VERSION;
  } catch (error) {
    if (error instanceof SchemaMigrationRequiredError) return false;
    throw error;
  }
}
