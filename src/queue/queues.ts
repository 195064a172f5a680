import type { Job, Queue, Worker } from 'bullmq';

/**
 * `urgent` carries kills and corrections, `deliver` what is sent as it comes, `slow` all work of
 * destinations that fail or dawdle, `bulk` back-fill and replay, `verify` looks at pages. Each has
 * workers of its own, so that none waits for another.
 */
export const QUEUE_NAMES = ['urgent', 'deliver', 'slow', 'bulk', 'verify'] as const;
export type QueueName = (typeof QUEUE_NAMES)[number];

/** "This destination has work": never what the work is, which the database knows. */
export interface WakeUp {
  destination: string;
  /** Goes before the others of its queue, and does only what is urgent. */
  urgent?: true;
}

/** Wake-ups on one of the backends. Losing every one of them loses no delivery. */
export interface Queues {
  /**
   * Tells the workers that these destinations have work.
   *
   * A destination that already waits is not added again; one being worked on is looked at once
   * more afterwards. Fails at once when the backend is down: what is due stays due.
   */
  wake(name: QueueName, wakeUps: readonly WakeUp[]): Promise<void>;
  /** Starts workers that call `attend` for each wake-up, `concurrency` at a time. */
  attend(
    name: QueueName,
    concurrency: number,
    attend: (wakeUp: WakeUp) => Promise<void>,
  ): Promise<void>;
  /**
   * Whether the backend has lost wake-ups since it was last asked: it was emptied, or put back to
   * an older state. Always false where wake-ups are in the database.
   *
   * @throws Error while the backend is away
   */
  hasForgotten(): Promise<boolean>;
  /**
   * Stops taking wake-ups, waits for those in hand as long as `withinMs`, and closes the
   * connections.
   */
  close(withinMs?: number): Promise<void>;
}

/** What a backend has to bring: its own way to make queues and workers. */
export interface Backend {
  queue(name: QueueName): Queue<WakeUp>;
  worker(
    name: QueueName,
    concurrency: number,
    process: (job: Job<WakeUp>) => Promise<void>,
  ): Worker<WakeUp>;
  /** Counts by one, and keeps the count where the wake-ups are; null where those cannot be lost. */
  count: (() => Promise<number>) | null;
  close(): Promise<void>;
}
