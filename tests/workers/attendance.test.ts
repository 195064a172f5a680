import { pino } from 'pino';
import { openQueues } from '../../src/queue/open-queues.ts';
import type { Queues } from '../../src/queue/queues.ts';
import { redisBackend } from '../../src/queue/redis-backend.ts';
import { killArticle } from '../../src/services/articles/kill-article.ts';
import { attendance } from '../../workers/deliver.ts';
import { openTurns } from '../../workers/turns.ts';
import type { Wake } from '../../workers/wake-ups.ts';
import { type TestService, testService } from '../support/context.ts';
import { openDeliveries } from '../support/deliveries.ts';
import { type RedisServer, startRedis } from '../support/servers/index.ts';
import { until } from '../support/until.ts';

let service: TestService;
let deliveries: Awaited<ReturnType<typeof openDeliveries>>;
let redis: RedisServer;
let queues: Queues;
const turns = openTurns();
beforeAll(async () => {
  service = await testService();
  deliveries = await openDeliveries(service);
  redis = await startRedis();
  queues = openQueues(await redisBackend(redis.url), pino({ level: 'silent' }));
});
afterAll(async () => {
  await turns.end(10_000);
  await queues.close();
  await redis.stop();
  await deliveries.close();
  await service.close();
});

const wake = (queue: Wake['queue'], destination: string): Wake => ({
  ...{ queue, destination, since: 0 },
});

/** A process that takes nothing from the queues. */
const closed = () => attendance(deliveries.desk, queues, turns);

test('a kill goes from where it was found, while nobody takes wake-ups', async () => {
  deliveries.receiver.behave({ kind: 'accept' });
  const { article, destination, send } = await deliveries.licensed();
  await send();
  await killArticle(service.as({}), { id: article, reason: 'Not genuine.', note: null });
  expect(closed().begin([wake('urgent', destination)])).toEqual([]);
  await until('it has come', () => deliveries.delivered(article).length === 2);
  await until('it is written', async () => {
    return (await deliveries.placementOf(article)).placed_op === 'withdraw';
  });
});

test('what is not urgent, and what there is no place for, is left to the queues', () => {
  const urgent = Array.from({ length: 230 }, () => wake('urgent', service.ctx.newId()));
  const other = [wake('deliver', service.ctx.newId()), wake('slow', service.ctx.newId())];
  const process = closed();
  const left = process.begin([...other, ...urgent]);
  expect(left).toHaveLength(32);
  expect(left).toEqual(expect.arrayContaining(other));
  expect(process.begin(left)).toHaveLength(32);
});
