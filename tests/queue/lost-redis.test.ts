import { Redis } from 'ioredis';
import { pino } from 'pino';
import { v7 } from 'uuid';
import { openQueues } from '../../src/queue/open-queues.ts';
import type { Queues } from '../../src/queue/queues.ts';
import { redisBackend } from '../../src/queue/redis-backend.ts';
import { type RedisServer, startRedis } from '../support/servers/index.ts';
import { until } from '../support/until.ts';

const log = pino({ level: 'silent' });
let server: RedisServer;
let redis: Redis;
let queues: Queues;

beforeAll(async () => {
  server = await startRedis();
  redis = new Redis(server.url);
});
afterAll(async () => {
  redis.disconnect();
  await server.stop();
});
beforeEach(async () => {
  await redis.flushall();
  queues = openQueues(await redisBackend(server.url), log);
});
afterEach(() => queues.close());

const wakeUps = (count: number) => Array.from({ length: count }, () => ({ destination: v7() }));

test('an emptied Redis is noticed once by every process that looks', async () => {
  const other = openQueues(await redisBackend(server.url), log);
  for (const one of [queues, other, queues]) expect(await one.hasForgotten()).toBe(false);
  await redis.flushall();
  for (const one of [queues, other]) expect(await one.hasForgotten()).toBe(true);
  for (const one of [queues, other]) expect(await one.hasForgotten()).toBe(false);
  await other.close();
});

/** All that Redis holds, to be put back later. */
async function dump(): Promise<() => Promise<void>> {
  const keys = await redis.keys('*');
  const values = await Promise.all(keys.map((key) => redis.dumpBuffer(key)));
  return async () => {
    await redis.flushall();
    await Promise.all(keys.map((key, i) => redis.restore(key, 0, values[i] as Buffer)));
  };
}

test('one put back to an older state is noticed too, and its old wake-ups do no harm', async () => {
  const [waiting, attended] = wakeUps(2);
  if (!waiting || !attended) throw new Error('there are two');
  await queues.hasForgotten();
  await queues.wake('deliver', [waiting]);
  const putBack = await dump();
  const seen: string[] = [];
  await queues.attend('deliver', 5, async ({ destination }) => {
    seen.push(destination);
  });
  await queues.wake('deliver', [attended]);
  await until('both are attended to', () => seen.length === 2);
  for (let look = 0; look < 3; look += 1) expect(await queues.hasForgotten()).toBe(false);
  await putBack();
  expect(await queues.hasForgotten()).toBe(true);
  await queues.wake('deliver', [waiting, attended]);
  await until('both are attended to again', () => new Set(seen.slice(2)).size === 2);
});

test('what is added anew after a flush in the middle of the work is attended to', async () => {
  const all = wakeUps(200);
  const seen = new Set<string>();
  await queues.attend('deliver', 5, async ({ destination }) => {
    seen.add(destination);
    await new Promise((resolve) => setTimeout(resolve, 5));
  });
  await queues.wake('deliver', all);
  await until('some are attended to', () => seen.size > 20);
  await redis.flushall();
  await queues.wake('deliver', all);
  await until('all are attended to', () => seen.size === all.length);
});

test('a Redis without memory left refuses wake-ups, and takes them as soon as it has some', async () => {
  const seen = new Set<string>();
  const all = wakeUps(50);
  await queues.attend('deliver', 5, async ({ destination }) => {
    seen.add(destination);
  });
  await redis.config('SET', 'maxmemory', '1mb');
  await expect(queues.wake('deliver', all)).rejects.toThrow();
  expect(seen.size).toBe(0);
  await redis.config('SET', 'maxmemory', '0');
  await queues.wake('deliver', all);
  await until('all are attended to', () => seen.size === all.length);
});

test('its memory stays flat however often a destination is woken', async () => {
  const all = wakeUps(20);
  const size = async () => {
    const keys = await redis.keys('*');
    const sizes = await Promise.all(keys.map((key) => redis.memory('USAGE', key)));
    return sizes.reduce((sum: number, one) => sum + (one as number), 0);
  };
  for (let i = 0; i < 20; i += 1) await queues.wake('deliver', all);
  const before = await size();
  for (let i = 0; i < 100; i += 1) await queues.wake('deliver', all);
  expect(await size()).toBeLessThan(before * 1.2);
  expect(await redis.llen('{imprimatur}:deliver:wait')).toBe(all.length);
});
