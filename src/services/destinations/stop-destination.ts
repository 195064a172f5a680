import type { Context } from '../../context.ts';
import { transact } from '../../db/database.ts';
import * as destinations from '../../db/destinations.ts';
import * as events from '../../db/events.ts';

/**
 * Stops sending to a destination whose outlet said that it does not know us, or that it is gone.
 *
 * Its placements keep what is wanted and go on when a person resumes it; kills go all the same.
 */
export async function stopDestination(
  ctx: Context,
  id: string,
  cause: 'gone' | 'credentials',
  note: string,
): Promise<void> {
  const state = cause === 'gone' ? 'disabled' : 'paused';
  await transact(ctx.db, async (tx) => {
    const stopped = await destinations.stopActive(tx, id, { state, code: cause, note });
    if (!stopped) return;
    await events.record(tx, ctx, {
      type: `destination.${state}`,
      subject: { kind: 'destination', id },
      before: { state: 'active' },
      after: { state, code: cause, note },
    });
  });
  ctx.log.warn({ destination: id, cause }, 'a destination was stopped');
}
