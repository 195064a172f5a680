import { setTimeout } from 'node:timers/promises';
import type { Worker } from 'bullmq';
import type { Logger } from 'pino';
import type { Backend, QueueName, Queues, WakeUp } from './queues.ts';
import { QUEUE_NAMES } from './queues.ts';

const WAKE_TIMEOUT_MS = 2_000;

/** Puts the wake-ups on a backend. */
export function openQueues(backend: Backend, log: Logger): Queues {
  const queues = new Map(QUEUE_NAMES.map((name) => [name, backend.queue(name)]));
  const workers: Worker<WakeUp>[] = [];
  // The first error of an outage says all; the connection heals by itself.
  for (const [name, queue] of queues) queue.on('error', (error) => warn(log, name, error));

  return {
    async wake(name, destinations) {
      if (destinations.length === 0) return;
      await inTime(queues.get(name)?.addBulk(destinations.map(wakeUp)));
    },
    async attend(name, concurrency, attend) {
      const worker = backend.worker(name, concurrency, (job) => attend(job.data));
      worker.on('error', (error) => warn(log, name, error));
      worker.on('failed', (job, error) =>
        log.error({ queue: name, ...job?.data, err: error }, 'attending to a destination failed'),
      );
      workers.push(worker);
    },
    async close() {
      await Promise.all(workers.map((worker) => worker.close()));
      await Promise.all([...queues.values()].map((queue) => queue.close()));
      await backend.close();
    },
  };
}

function wakeUp(destination: string) {
  return {
    name: 'wake',
    data: { destination },
    opts: {
      // Without `replace` the newer wake-up is lost while the older one waits.
      deduplication: { id: destination, keepLastIfActive: true, replace: true },
      removeOnComplete: true,
      removeOnFail: true,
    },
  };
}

function warn(log: Logger, queue: QueueName, error: Error): void {
  log.warn({ queue, err: error }, 'the queue has trouble; deliveries go on from the database');
}

/** BullMQ can wait for ever for a Redis that is away; a wake-up is not worth that. */
async function inTime(work: Promise<unknown> | undefined): Promise<void> {
  const enough = new AbortController();
  const late = setTimeout(WAKE_TIMEOUT_MS, undefined, { signal: enough.signal }).then(() => {
    throw new Error('the queue did not answer in time');
  });
  late.catch(() => {});
  await Promise.race([work, late]).finally(() => enough.abort());
}
