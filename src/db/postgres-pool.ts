import { createHash } from 'node:crypto';
import type { PostgresPool } from 'kysely';
import pg from 'pg';
import { TYPE_PARSERS } from './database.ts';

/** A statement that begins with a comment naming it is prepared once on each connection. */
const NAMED = /^\s*\/\* ([a-z.-]+) \*\//;

/** For a free connection too: a database that does not answer is told, not waited for. */
const CONNECT_MS = 10_000;

/**
 * A node-postgres pool for Kysely.
 *
 * Kysely hands over plain text, which PostgreSQL parses and plans anew each time; for the few
 * wide statements on the issuing path that is most of their cost, so those carry a name.
 */
export function postgresPool(url: string, max = 20): pg.Pool {
  // Compiling a statement costs more than any of ours takes, and estimates of JSON's rows invite it.
  const options = '-c jit=off';
  return listening(
    new pg.Pool({
      connectionString: url,
      max,
      options,
      types: types(),
      keepAlive: true,
      connectionTimeoutMillis: CONNECT_MS,
      application_name: 'imprimatur',
    }),
  );
}

/** Each queue and each of its workers listens for the pool's errors: no leak, as Node would warn. */
const QUEUE_LISTENERS = 40;

/** BullMQ's statements use bare names, so its connections look in its schema first. */
export function queuePool(url: string, max = 20): pg.Pool {
  const options = '-c search_path=bullmq,public';
  const pool = new pg.Pool({
    connectionString: url,
    max,
    options,
    keepAlive: true,
    connectionTimeoutMillis: CONNECT_MS,
    application_name: 'imprimatur-queue',
  });
  pool.setMaxListeners(QUEUE_LISTENERS);
  return listening(pool);
}

/** What Kysely sees of a pool: the same, with marked statements prepared. */
export function preparing(pool: pg.Pool): PostgresPool {
  return {
    async connect() {
      const client = await pool.connect();
      const query = (text: unknown, values: unknown) =>
        typeof text === 'string'
          ? client.query(asPrepared(text, values as unknown[]))
          : client.query(text as never);
      return { query, release: () => client.release() } as never;
    },
    end: () => pool.end(),
  };
}

const names = new Map<string, string>();

function asPrepared(text: string, values: unknown[]): pg.QueryConfig {
  const known = names.get(text);
  if (known) return { name: known, text, values };
  const marked = NAMED.exec(text)?.[1];
  if (!marked) return { text, values };
  const digest = createHash('sha256').update(text).digest('hex').slice(0, 8);
  const name = `${marked}-${digest}`;
  names.set(text, name);
  return { name, text, values };
}

function types(): pg.TypeOverrides {
  const overrides = new pg.TypeOverrides();
  for (const [oid, parse] of Object.entries(TYPE_PARSERS)) {
    overrides.setTypeParser(Number(oid), parse);
  }
  return overrides;
}

/**
 * A connection that the server drops, idle or in use, is replaced by the pool: the statement under
 * way fails, and the error event that nobody heard would end the process.
 */
function listening(pool: pg.Pool): pg.Pool {
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}
