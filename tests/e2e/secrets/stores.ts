import type { Redis } from 'ioredis';
import pg from 'pg';
import type { Written } from '../../support/spellings.ts';

const TABLES = `
  select format('%I.%I', table_schema, table_name) as name from information_schema.tables
  where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`;

/** Every row of every table, as JSON; bytes are in hex there. */
export async function rowsOf(connectionString: string): Promise<Written[]> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    const tables = await client.query<{ name: string }>(TABLES);
    const written: Written[] = [];
    for (const { name } of tables.rows) {
      const rows = await client.query<{ text: string }>(
        `select row_to_json(t)::text as text from ${name} t`,
      );
      written.push(...rows.rows.map(({ text }) => ({ where: name, text })));
    }
    return written;
  } finally {
    await client.end();
  }
}

const READERS: Readonly<Record<string, (redis: Redis, key: string) => Promise<unknown>>> = {
  string: (redis, key) => redis.get(key),
  list: (redis, key) => redis.lrange(key, 0, -1),
  set: (redis, key) => redis.smembers(key),
  zset: (redis, key) => redis.zrange(key, '0', '-1', 'WITHSCORES'),
  hash: (redis, key) => redis.hgetall(key),
  stream: (redis, key) => redis.xrange(key, '-', '+'),
};

/** Every key with what it holds. @throws Error for a type that cannot be read here */
export async function keysOf(redis: Redis): Promise<Written[]> {
  const written: Written[] = [];
  for (const key of await redis.keys('*')) {
    const type = await redis.type(key);
    const read = READERS[type];
    if (!read) throw new Error(`teach this test to read a ${type}`);
    written.push({ where: `${type} ${key}`, text: `${key} ${textOf(await read(redis, key))}` });
  }
  return written;
}

/** As it is, not as JSON would escape it. */
function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).join(' ');
  if (typeof value !== 'object' || value === null) return String(value);
  return textOf(Object.entries(value));
}
