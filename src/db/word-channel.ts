import { sql } from 'kysely';
import type { Tx } from './database.ts';
import type { ListeningClient, Store } from './open-store.ts';

const CHANNEL = 'imprimatur_outbox';
/** Its payload is the id of an article. */
const STOP_CHANNEL = 'imprimatur_stop';
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
 * Has every worker end what it is sending of an article, if and when the transaction commits.
 *
 * For a kill or a withholding alone: they are rare enough to tell it in the transaction. If it is
 * lost, what is under way ends within its own bounds and the withdrawal follows.
 */
export async function tellStop(tx: Tx, article: string): Promise<void> {
  await sql`select pg_notify(${STOP_CHANNEL}, ${article})`.execute(tx);
}

/** What to do when word comes. */
export interface Listener {
  /** Something was committed. */
  heard(): void;
  /** Nothing of this article is to be sent any more. */
  stopped(article: string): void;
}

/**
 * Listens to other processes and, for stops, to this one too; keeps listening across restarts of
 * the database.
 *
 * @returns ends it
 */
export async function listenForWord(
  store: Store,
  listener: Listener,
): Promise<() => Promise<void>> {
  let ended = false;
  let planned = false;
  let release = () => {};

  async function connect(): Promise<void> {
    const client = await store.queuePool.connect();
    // A client that is not given back would hold up the end of its pool.
    if (ended) return client.release(true);
    release = () => client.release(true);
    client.on('error', reconnect);
    await listen(client, listener);
  }
  /** A connection lost in the middle of its LISTEN is told twice. */
  function reconnect(): void {
    release();
    release = () => {};
    if (ended || planned) return;
    planned = true;
    setTimeout(() => {
      planned = false;
      connect().catch(reconnect);
    }, RECONNECT_MS).unref();
  }

  await connect();
  return async () => {
    ended = true;
    release();
  };
}

async function listen(client: ListeningClient, { heard, stopped }: Listener): Promise<void> {
  client.on('notification', ({ channel, payload }) => {
    if (channel === CHANNEL) heard();
    if (channel === STOP_CHANNEL && payload) stopped(payload);
  });
  await client.query(`listen ${CHANNEL}`);
  await client.query(`listen ${STOP_CHANNEL}`);
}
