import { EventEmitter } from 'node:events';
import type { PGlite } from '@electric-sql/pglite';
import { sessionTurns } from './session-turns.ts';

/** The part of a node-postgres result that Kysely and BullMQ read. */
interface Result {
  command: string;
  rowCount: number;
  rows: unknown[];
}

/** A client and a pool as node-postgres shapes them, which is what Kysely and BullMQ expect. */
export interface EmbeddedClient extends EventEmitter {
  query(text: string, values?: readonly unknown[]): Promise<Result>;
  release(): void;
}
export interface EmbeddedPool extends EventEmitter {
  query(text: string, values?: readonly unknown[]): Promise<Result>;
  connect(): Promise<EmbeddedClient>;
  end(): Promise<void>;
}

/**
 * Presents one embedded PGlite as a node-postgres pool.
 *
 * PGlite is a single session. A client takes its turn for one statement, or from BEGIN to the end
 * of its transaction, so transactions never interleave and a client that only listens blocks
 * nobody. It also means that using the pool inside a transaction waits for ever: pass the
 * transaction down instead.
 */
export function pglitePool(pglite: PGlite): EmbeddedPool {
  const takeTurn = sessionTurns();
  const pool = new EventEmitter() as EmbeddedPool;
  pool.connect = async () => embeddedClient(pglite, takeTurn);
  pool.query = (text, values) => embeddedClient(pglite, takeTurn).query(text, values);
  pool.end = () => pglite.close();
  return pool;
}

function embeddedClient(pglite: PGlite, takeTurn: () => Promise<() => void>): EmbeddedClient {
  const client = new EventEmitter() as EmbeddedClient;
  const listening: (() => Promise<void>)[] = [];
  let endTurn: (() => void) | undefined;

  client.query = async (text, values) => {
    const channel = LISTEN.exec(text)?.groups?.channel;
    const endOfTurn = endTurn ?? (await takeTurn());
    try {
      if (channel) {
        listening.push(await pglite.listen(channel, (payload) => notify(client, channel, payload)));
        return { command: 'LISTEN', rowCount: 0, rows: [] };
      }
      const result = await run(pglite, text, values);
      if (BEGIN.test(text)) endTurn = endOfTurn;
      return result;
    } finally {
      if (END.test(text)) endTurn = undefined;
      if (!endTurn) endOfTurn();
    }
  };
  client.release = () => {
    for (const stop of listening.splice(0)) void stop().catch(() => {});
  };
  return client;
}

/** BullMQ's statements begin with comments, so the word is looked for at any line's start. */
const LISTEN = /^\s*LISTEN\s+(?<channel>"[^"]+"|[^\s;]+)/im;
const BEGIN = /^\s*(begin|start transaction)\b/i;
const END = /^\s*(commit|rollback)\s*;?\s*$/i;

async function run(pglite: PGlite, text: string, values?: readonly unknown[]): Promise<Result> {
  if (values && values.length > 0) {
    const { rows, affectedRows } = await pglite.query(text, [...values]);
    return { command: commandOf(text), rowCount: affectedRows || rows.length, rows };
  }
  const results = await pglite.exec(text);
  const last = results.at(-1);
  const rows = last?.rows ?? [];
  return { command: commandOf(text), rowCount: last?.affectedRows || rows.length, rows };
}

/** Kysely counts changed rows only for these. */
function commandOf(text: string): string {
  return /\b(insert|update|delete|merge)\b/i.exec(text)?.[1]?.toUpperCase() ?? 'SELECT';
}

function notify(client: EventEmitter, channel: string, payload: string): void {
  client.emit('notification', { channel: channel.replaceAll('"', ''), payload });
}
