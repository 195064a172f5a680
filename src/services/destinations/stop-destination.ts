import type { Context } from '../../context.ts';
import { transact } from '../../db/database.ts';
import * as destinations from '../../db/destinations.ts';
import * as events from '../../db/events.ts';

/**
 * Stops sending to a destination whose outlet said that it does not know us, or that it is gone.
 *
 * Its placements keep what is wanted and go on when a person resumes it; kills go all the same.
 * Nothing is stopped for what was said to settings that have been changed since.
 */
export async function stopDestination(
  ctx: Context,
  { id, revision }: { id: string; revision: number },
  cause: 'gone' | 'credentials',
  note: string,
): Promise<void> {
  const state = cause === 'gone' ? 'disabled' : 'paused';
  const stopped = await transact(ctx.db, async (tx) => {
    const stop = { state, code: cause, note, at: ctx.now() } as const;
    if (!(await destinations.stopActive(tx, { id, revision }, stop))) return false;
    await events.record(tx, ctx, {
      type: `destination.${state}`,
      subject: { kind: 'destination', id },
      before: { state: 'active' },
      after: { state, code: cause, note },
    });
    return true;
  });
  if (stopped) ctx.log.warn({ destination: id, cause }, 'a destination was stopped');
}
