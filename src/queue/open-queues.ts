import type { Queue, Worker } from 'bullmq';
import type { Logger } from 'pino';
import { forgetting } from './forgetting.ts';
import { inTime } from './in-time.ts';
import type { Backend, QueueName, Queues, WakeUp } from './queues.ts';
import { QUEUE_NAMES } from './queues.ts';
import { tellOfTrouble } from './trouble.ts';

const ANSWER_WITHIN_MS = 2_000;
const CLOSE_WITHIN_MS = 10_000;
/**
 * Wake-ups added at once: a process must not stand still for the addition of ten thousand, and in
 * PostgreSQL one addition locks all its destinations until its end.
 */
const AT_ONCE = 50;

/** Puts the wake-ups on a backend. */
export function openQueues(backend: Backend, log: Logger): Queues {
  const queues = queuesOn(backend);
  const workers: Worker<WakeUp>[] = [];
  const tell = tellOfTrouble(log);
  for (const name of QUEUE_NAMES) queues[name].on('error', (error) => tell(name, error));

  return {
    async wake(name, wakeUps) {
      for (let from = 0; from < wakeUps.length; from += AT_ONCE) {
        const jobs = wakeUps.slice(from, from + AT_ONCE).map(jobOf);
        await inTime(queues[name].addBulk(jobs), ANSWER_WITHIN_MS);
      }
    },
    async attend(name, concurrency, attend) {
      const worker = backend.worker(name, concurrency, (job) => attend(job.data));
      worker.on('error', (error) => tell(name, error));
      worker.on('failed', (job, error) =>
        log.error({ queue: name, ...job?.data, err: error }, 'attending to a destination failed'),
      );
      workers.push(worker);
    },
    hasForgotten: forgetting(backend.count, ANSWER_WITHIN_MS),
    async close(withinMs = CLOSE_WITHIN_MS) {
      await closeInTime(workers, withinMs);
      await Promise.all(QUEUE_NAMES.map((name) => queues[name].close()));
      await backend.close();
    },
  };
}

function queuesOn(backend: Backend): Record<QueueName, Queue<WakeUp>> {
  return {
    urgent: backend.queue('urgent'),
    deliver: backend.queue('deliver'),
    slow: backend.queue('slow'),
    bulk: backend.queue('bulk'),
    verify: backend.queue('verify'),
  };
}

function jobOf({ destination, urgent }: WakeUp) {
  return {
    name: 'wake',
    data: { destination, ...(urgent && { urgent }) },
    opts: {
      deduplication: {
        id: urgent ? `${destination}-urgent` : destination,
        keepLastIfActive: true,
        // Without it the newer wake-up is lost while the older one waits.
        replace: true,
      },
      ...(urgent && { lifo: true }),
      removeOnComplete: true,
      removeOnFail: true,
    },
  };
}

/** BullMQ waits without end for what its workers are at; what they leave is found by its lease. */
async function closeInTime(workers: readonly Worker<WakeUp>[], withinMs: number): Promise<void> {
  const closing = Promise.allSettled(workers.map((worker) => worker.close()));
  await inTime(closing, withinMs).catch(() => {});
}
