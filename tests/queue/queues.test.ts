import { PGlite } from '@electric-sql/pglite';
import { pino } from 'pino';
import { v7 } from 'uuid';
import { type EmbeddedPool, pglitePool } from '../../src/db/pglite-pool.ts';
import { openQueues } from '../../src/queue/open-queues.ts';
import { postgresBackend, prepareQueueTables } from '../../src/queue/postgres-backend.ts';
import type { Queues, WakeUp } from '../../src/queue/queues.ts';
import { redisBackend } from '../../src/queue/redis-backend.ts';
import { type RedisServer, startRedis } from '../support/servers/index.ts';
import { until } from '../support/until.ts';

const log = pino({ level: 'silent' });
let pool: EmbeddedPool;
let redis: RedisServer;
beforeAll(async () => {
  pool = pglitePool(await PGlite.create());
  await prepareQueueTables(pool);
  redis = await startRedis();
}, 60_000);
afterAll(async () => {
  await pool.end();
  await redis.stop();
});

const wakeUps = (...destinations: string[]) => destinations.map((destination) => ({ destination }));

const backends = {
  'the embedded database': async () => postgresBackend(pool),
  Redis: () => redisBackend(redis.url),
};

describe.each(Object.entries(backends))('wake-ups on %s', (_name, open) => {
  let queues: Queues;
  beforeEach(async () => {
    queues = openQueues(await open(), log);
  });
  afterEach(() => queues.close());

  test('a destination that waits is not added again', async () => {
    const [one, other] = [v7(), v7()];
    for (let i = 0; i < 5; i += 1) await queues.wake('deliver', wakeUps(one, other));
    const seen: string[] = [];
    await queues.attend('deliver', 1, async ({ destination }) => {
      seen.push(destination);
    });
    await until('both are attended to', () => seen.length >= 2);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(seen.sort()).toEqual([one, other].sort());
  });

  test('one that is woken while attended to is looked at once more afterwards', async () => {
    const destination = v7();
    let visits = 0;
    let atOnce = 0;
    let most = 0;
    await queues.attend('deliver', 10, async () => {
      visits += 1;
      atOnce += 1;
      most = Math.max(most, atOnce);
      await new Promise((resolve) => setTimeout(resolve, 150));
      atOnce -= 1;
    });
    await queues.wake('deliver', wakeUps(destination));
    await until('it is attended to', () => visits === 1);
    for (let i = 0; i < 3; i += 1) await queues.wake('deliver', wakeUps(destination));
    await until('it is looked at again', () => visits === 2);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect({ visits, most }).toEqual({ visits: 2, most: 1 });
  });

  test('what is urgent goes before those that wait, beside what else its destination waits for', async () => {
    const [first, second, third] = [v7(), v7(), v7()];
    await queues.wake('slow', wakeUps(first, second, third));
    await queues.wake('slow', [{ destination: third, urgent: true }]);
    const seen: WakeUp[] = [];
    await queues.attend('slow', 1, async (wakeUp) => {
      seen.push(wakeUp);
    });
    await until('all are attended to', () => seen.length === 4);
    expect(seen).toEqual([{ destination: third, urgent: true }, ...wakeUps(first, second, third)]);
  });

  test('an attendance that does not end holds up the close no longer than it is told', async () => {
    let began = false;
    await queues.attend('bulk', 1, async () => {
      began = true;
      await new Promise((resolve) => setTimeout(resolve, 1_500));
    });
    await queues.wake('bulk', wakeUps(v7()));
    await until('it is attended to', () => began);
    const closing = Date.now();
    await queues.close(300);
    expect(Date.now() - closing).toBeLessThan(1_000);
  });

  test('nothing is forgotten while nothing happens to it', async () => {
    for (let look = 0; look < 3; look += 1) expect(await queues.hasForgotten()).toBe(false);
  });
});

test('with Redis away a wake-up fails soon and does not hang, and the log says so once', async () => {
  const away = await startRedis();
  const lines: string[] = [];
  const heard = pino({ level: 'warn' }, { write: (line) => void lines.push(line) });
  const queues = openQueues(await redisBackend(away.url), heard);
  await queues.attend('deliver', 5, async () => {});
  await queues.wake('deliver', wakeUps(v7()));
  await away.stop();
  const began = Date.now();
  await expect(queues.wake('deliver', wakeUps(v7()))).rejects.toThrow();
  expect(Date.now() - began).toBeLessThan(3_000);
  await queues.close();
  expect(lines).toEqual([expect.stringContaining('deliveries go on from the database')]);
});

test('a Redis that may evict is refused, saying what to set', async () => {
  const evicting = await startRedis({ 'maxmemory-policy': 'allkeys-lru' });
  await expect(redisBackend(evicting.url)).rejects.toThrow(/set it to noeviction/);
  await evicting.stop();
});
