import type { Job, Queue, Worker } from 'bullmq';

/** `urgent` carries kills and corrections and has workers of its own. */
export const QUEUE_NAMES = ['urgent', 'deliver'] as const;
export type QueueName = (typeof QUEUE_NAMES)[number];

/** "This destination has work": never what the work is, which the database knows. */
export interface WakeUp {
  destination: string;
}

/** Wake-ups on one of the backends. Losing every one of them loses no delivery. */
export interface Queues {
  /**
   * Tells the workers that these destinations have work.
   *
   * A destination that already waits is not added again; one being worked on is looked at once
   * more afterwards. Fails at once when the backend is down: what is due stays due.
   */
  wake(name: QueueName, destinations: readonly string[]): Promise<void>;
  /** Starts workers that call `attend` for each wake-up, `concurrency` at a time. */
  attend(
    name: QueueName,
    concurrency: number,
    attend: (wakeUp: WakeUp) => Promise<void>,
  ): Promise<void>;
  /** Stops taking wake-ups, waits for those in hand, and closes the connections. */
  close(): Promise<void>;
}

/** What a backend has to bring: its own way to make queues and workers. */
export interface Backend {
  queue(name: QueueName): Queue<WakeUp>;
  worker(
    name: QueueName,
    concurrency: number,
    process: (job: Job<WakeUp>) => Promise<void>,
  ): Worker<WakeUp>;
  close(): Promise<void>;
}
