import type { Context } from '../src/context.ts';
import { QUEUE_NAMES, type Queues } from '../src/queue/queues.ts';
import { findDue } from '../src/services/deliver/find-due.ts';
import type { Attendance } from './deliver.ts';
import type { WakeMemory } from './wake-memory.ts';
import { wakesFor } from './wake-ups.ts';

/**
 * Begins urgent work that is due, and wakes every other destination that has some, unless it was
 * woken a moment ago.
 *
 * While the queue is away this fails, and what is due is found again on the next look.
 */
export async function wakeDue(
  ctx: Context,
  queues: Queues,
  { memory, begin }: { memory: WakeMemory; begin: Attendance['begin'] },
): Promise<void> {
  const { now, due } = await findDue(ctx);
  const wakes = memory.choose(wakesFor(due), now);
  const left = new Set(begin(wakes));
  memory.note(
    wakes.filter((wake) => !left.has(wake)),
    now,
  );
  for (const queue of QUEUE_NAMES) {
    const here = [...left].filter((wake) => wake.queue === queue);
    await queues.wake(queue, here);
    memory.note(here, now);
  }
}

/** Has everything due woken anew when the queue has lost what it was told. */
export async function heedForgetting(
  ctx: Context,
  queues: Queues,
  memory: WakeMemory,
  nudge: () => void,
): Promise<void> {
  // While it is away it is asked again; the wake-ups that fail tell of that.
  if (!(await queues.hasForgotten().catch(() => false))) return;
  ctx.log.warn('the queue has lost its wake-ups; all that is due is woken anew');
  memory.forget();
  nudge();
}
