import type { Store } from './open-store.ts';

const CHANNEL = 'imprimatur_outbox';
const JOIN_MS = 10;
const RECONNECT_MS = 1_000;

/**
 * Tells the workers of other processes that something was committed.
 *
 * Sent after the commit and at most every 10 ms, never in the transaction itself: PostgreSQL lets
 * only one transaction at a time commit a NOTIFY, which would put all writers in one row. If it is
 * lost, the relay looks by itself.
 */
export function tellWord(store: Store): () => void {
  let planned = false;
  return () => {
    if (planned) return;
    planned = true;
    setTimeout(() => {
      planned = false;
      store.queuePool.query(`select pg_notify('${CHANNEL}', '')`).catch(() => {});
    }, JOIN_MS);
  };
}

/**
 * Calls `heard` whenever another process tells; keeps listening across restarts of the database.
 *
 * @returns ends it
 */
export async function listenForWord(store: Store, heard: () => void): Promise<() => Promise<void>> {
  let stopped = false;
  let planned = false;
  let release = () => {};

  async function connect(): Promise<void> {
    const client = await store.queuePool.connect();
    // A client that is not given back would hold up the end of its pool.
    if (stopped) return client.release(true);
    release = () => client.release(true);
    client.on('notification', ({ channel }) => {
      if (channel === CHANNEL) heard();
    });
    client.on('error', reconnect);
    await client.query(`listen ${CHANNEL}`);
  }
  /** A connection lost in the middle of its LISTEN is told twice. */
  function reconnect(): void {
    release();
    release = () => {};
    if (stopped || planned) return;
    planned = true;
    setTimeout(() => {
      planned = false;
      connect().catch(reconnect);
    }, RECONNECT_MS).unref();
  }

  await connect();
  return async () => {
    stopped = true;
    release();
  };
}
