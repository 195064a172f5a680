import { Redis } from 'ioredis';
import pg from 'pg';
import { createTestDatabase, startPostgres, startRedis } from './servers/index.ts';

async function select(connectionString: string, statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    const { rows } = await client.query({ text: statement, rowMode: 'array' });
    return rows.flat();
  } finally {
    await client.end();
  }
}

async function ask(url: string, work: (redis: Redis) => Promise<unknown>): Promise<unknown> {
  const redis = new Redis(url, { lazyConnect: true, retryStrategy: null });
  redis.on('error', () => undefined);
  await redis.connect();
  return work(redis).finally(() => redis.disconnect());
}

describe('the servers of a run', () => {
  test('PostgreSQL commits as in earnest and has room for many connections', async () => {
    const url = String(process.env.TEST_DATABASE_URL);
    expect(await select(url, 'show synchronous_commit')).toEqual(['on']);
    expect(await select(url, 'show max_connections')).toEqual(['200']);
  });

  test('Redis keeps what it is given, as BullMQ needs it', async () => {
    const url = String(process.env.TEST_REDIS_URL);
    const policy = await ask(url, (redis) => redis.config('GET', 'maxmemory-policy'));
    expect(policy).toEqual(['maxmemory-policy', 'noeviction']);
  });

  test('each test database is empty, its own, and gone when dropped', async () => {
    const [one, other] = await Promise.all([createTestDatabase(), createTestDatabase()]);
    await select(one.url, 'create table only_here ()');
    const tables = "select count(*)::int from pg_tables where schemaname = 'public'";
    expect(await select(one.url, tables)).toEqual([1]);
    expect(await select(other.url, tables)).toEqual([0]);
    await Promise.all([one.drop(), other.drop()]);
    await expect(select(one.url, 'select 1')).rejects.toMatchObject({ code: '3D000' });
  });

  test('a test database is dropped under a client that is still connected', async () => {
    const database = await createTestDatabase();
    const client = new pg.Client({ connectionString: database.url });
    const ended = new Promise((resolve) => client.on('error', resolve));
    await client.connect();
    await database.drop();
    await expect(ended).resolves.toBeInstanceOf(Error);
  });
});

test('a PostgreSQL of its own starts, answers and stops', async () => {
  const postgres = await startPostgres();
  expect(postgres.url).not.toBe(process.env.TEST_DATABASE_URL);
  expect(await select(postgres.url, 'show server_encoding')).toEqual(['UTF8']);
  await postgres.stop();
  await expect(select(postgres.url, 'select 1')).rejects.toThrow('ECONNREFUSED');
});

test('a Redis of its own stops, and comes back empty on the same port', async () => {
  const redis = await startRedis({ maxmemory: '8mb' });
  const memory = await ask(redis.url, (client) => client.config('GET', 'maxmemory'));
  expect(memory).toEqual(['maxmemory', String(8 * 1024 * 1024)]);
  await ask(redis.url, (client) => client.set('word', 'kept'));
  await redis.stop();
  await expect(ask(redis.url, (client) => client.ping())).rejects.toThrow();
  await redis.restart();
  expect(await ask(redis.url, (client) => client.get('word'))).toBeNull();
  await redis.stop();
});
