import type { Context } from '../../context.ts';
import { transact } from '../../db/database.ts';
import * as destinations from '../../db/destinations.ts';
import * as events from '../../db/events.ts';
import type { DestinationState } from '../../db/schema.ts';
import type { StopCause } from '../../domain/notices/destination-notices.ts';
import { tellOfDestination } from '../notices/tell-of-destination.ts';

/** Wrong credentials can be put right at either end; the rest needs another address, or repairs. */
const STATE_AFTER: Readonly<Record<StopCause, DestinationState>> = {
  credentials: 'paused',
  gone: 'disabled',
  failing: 'disabled',
};

/**
 * Stops sending to a destination whose outlet said that it does not know us, or that it is gone, or
 * where nothing has worked for days; its people and the house are told.
 *
 * Its placements keep what is wanted and go on when a person resumes it; kills go all the same.
 * Nothing is stopped for what was said to settings that have been changed since.
 *
 * @param destination its id, and how often it had been changed when it was answered
 * @param note what was answered
 */
export async function stopDestination(
  ctx: Context,
  destination: { id: string; changes: number },
  cause: StopCause,
  note: string,
): Promise<void> {
  const { id } = destination;
  const state = STATE_AFTER[cause];
  const stopped = await transact(ctx.db, async (tx) => {
    const stop = { state, code: cause, note, at: ctx.now() };
    const row = await destinations.stopActive(tx, destination, stop);
    if (!row) return false;
    await events.record(tx, ctx, {
      type: `destination.${state}`,
      subject: { kind: 'destination', id },
      before: { outlet: row.outlet, state: 'active' },
      after: { outlet: row.outlet, state, code: cause, note },
    });
    await tellOfDestination(tx, ctx, row, 'destination-stopped', { cause, note });
    return true;
  });
  if (stopped) ctx.log.warn({ destination: id, cause }, 'a destination was stopped');
}
