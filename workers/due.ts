import type { Context } from '../src/context.ts';
import type { Queues } from '../src/queue/queues.ts';
import { findDue } from '../src/services/deliver/find-due.ts';

/**
 * Wakes every destination that has due work.
 *
 * While the queue is away this fails, and what is due is found again on the next look.
 */
export async function wakeDue(ctx: Context, queues: Queues): Promise<void> {
  const due = await findDue(ctx);
  await queues.wake('urgent', due.urgent);
  await queues.wake('deliver', due.ordinary);
}
