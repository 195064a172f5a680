import type { Logger } from 'pino';
import type { QueueName } from './queues.ts';

/** As long without an error, and the next one is of a new outage. */
const QUIET_MS = 60_000;

/**
 * Tells of the first error of an outage of the backend: every connection and every try to mend it has
 * one of its own, hundreds a minute, and all say the same.
 */
export function tellOfTrouble(log: Logger): (queue: QueueName, error: Error) => void {
  let lastAt = Number.NEGATIVE_INFINITY;
  return (queue, err) => {
    const isNew = performance.now() - lastAt > QUIET_MS;
    lastAt = performance.now();
    if (isNew)
      log.warn({ queue, err }, 'the queue has trouble; deliveries go on from the database');
  };
}
