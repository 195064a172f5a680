import { setTimeout } from 'node:timers/promises';
import { Queue, Worker } from 'bullmq';
import { Redis, type RedisOptions } from 'ioredis';
import type { Backend, WakeUp } from './queues.ts';
import { WORKER_OPTIONS } from './worker-options.ts';

/** One hash slot for all keys, so that the same layout works on a Cluster. */
const PREFIX = '{imprimatur}';

/** Nobody reads BullMQ's own events: as few as it lets us. */
const STREAMS = { events: { maxLen: 100 } };

/**
 * BullMQ on Redis.
 *
 * Producers fail at once while Redis is away (`enableOfflineQueue: false`); workers wait for it to
 * return (`maxRetriesPerRequest: null`, which BullMQ demands of them).
 */
export async function redisBackend(url: string): Promise<Backend> {
  const producer = connect(url, { enableOfflineQueue: false, maxRetriesPerRequest: 1 });
  const consumer = connect(url, { maxRetriesPerRequest: null });
  const disconnect = async () => {
    producer.disconnect();
    consumer.disconnect();
  };
  await refuseEviction(consumer, url).catch(async (error) => {
    await disconnect();
    throw error;
  });
  await ready(producer);
  return {
    queue: (name) =>
      new Queue<WakeUp>(name, {
        connection: producer,
        prefix: PREFIX,
        streams: STREAMS,
        skipWaitingForReady: true,
        skipVersionCheck: true,
      }),
    worker: (name, concurrency, process) =>
      new Worker<WakeUp>(name, process, {
        connection: consumer,
        prefix: PREFIX,
        concurrency,
        ...WORKER_OPTIONS,
      }),
    count: () => producer.incr(`${PREFIX}:looks`),
    close: disconnect,
  };
}

/** Until it is, wake-ups fail; a Redis that is down is not waited for. */
async function ready(redis: Redis): Promise<void> {
  if (redis.status === 'ready') return;
  const connected = new Promise((resolve) => redis.once('ready', resolve));
  await Promise.race([connected, setTimeout(2_000, undefined, { ref: false })]);
}

function connect(url: string, options: RedisOptions): Redis {
  const retryStrategy = (times: number) => Math.min(times * 100, 1000);
  const redis = new Redis(url, { ...options, replyMapping: 'legacy', retryStrategy });
  // Trouble shows where a command fails; an unheard error event would end the process.
  redis.on('error', () => {});
  return redis;
}

/**
 * Any policy but `noeviction` may drop wake-ups when memory is short.
 *
 * A Redis that is down, or hides its configuration, is not a reason to refuse the start.
 *
 * @throws Error saying what to set
 */
async function refuseEviction(redis: Redis, url: string): Promise<void> {
  const policy = await policyOf(redis);
  if (policy === undefined || policy === 'noeviction') return;
  throw new Error(
    `The Redis at ${new URL(url).host} has maxmemory-policy ${policy}; set it to noeviction, ` +
      'or it may drop what tells the workers that there is work.',
  );
}

async function policyOf(redis: Redis): Promise<string | undefined> {
  const asked = redis.config('GET', 'maxmemory-policy').then(
    (answer) => (answer as string[])[1],
    () => undefined,
  );
  return Promise.race([asked, setTimeout(2_000, undefined, { ref: false })]);
}
