import type { QueueName, Queues, WakeUp } from '../src/queue/queues.ts';

const JOIN_MS = 10;

/**
 * Has those that are to be woken at about the same time woken by one call: where the queue is in
 * PostgreSQL each call is a commit of its own, and they wait for one another.
 *
 * @returns wakes one; never rejects, because what is due is found by a later look
 */
export function wakeTogether(
  wake: Queues['wake'],
): (name: QueueName, wakeUp: WakeUp) => Promise<void> {
  const planned = new Map<QueueName, { wakeUps: WakeUp[]; woken: Promise<void> }>();

  async function wakeAll(name: QueueName, wakeUps: readonly WakeUp[]): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, JOIN_MS));
    planned.delete(name);
    await wake(name, wakeUps).catch(() => {});
  }

  return (name, wakeUp) => {
    const together = planned.get(name);
    if (together) {
      together.wakeUps.push(wakeUp);
      return together.woken;
    }
    const wakeUps = [wakeUp];
    const woken = wakeAll(name, wakeUps);
    planned.set(name, { wakeUps, woken });
    return woken;
  };
}
