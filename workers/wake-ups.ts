import type { QueueName, WakeUp } from '../src/queue/queues.ts';
import type { DueDestination } from '../src/services/deliver/find-due.ts';

/** One destination to be woken on one queue, for work that may be done since `since`. */
export interface Wake extends WakeUp {
  queue: QueueName;
  since: number;
}

/**
 * Where each destination's work is done. One that is slow has all of it done where it can keep
 * only its like waiting; what is urgent goes before the rest there too.
 */
export function wakesFor(due: readonly DueDestination[]): Wake[] {
  return due.flatMap(({ destination, slow, urgent, prompt, bulk, verify }) => [
    ...(urgent === null ? [] : [urgentWake(destination, slow, urgent)]),
    ...(prompt === null ? [] : [wake(slow ? 'slow' : 'deliver', destination, prompt)]),
    ...(bulk === null ? [] : [wake('bulk', destination, bulk)]),
    ...(verify === null ? [] : [wake('verify', destination, verify)]),
  ]);
}

function wake(queue: QueueName, destination: string, since: number): Wake {
  return { queue, destination, since };
}

function urgentWake(destination: string, slow: boolean, since: number): Wake {
  const plain = wake(slow ? 'slow' : 'urgent', destination, since);
  return slow ? { ...plain, urgent: true } : plain;
}
