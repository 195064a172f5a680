import type { Context } from '../../context.ts';
import { transact } from '../../db/database.ts';
import * as destinations from '../../db/destinations.ts';
import * as events from '../../db/events.ts';
import { retryNow } from '../../db/health/well.ts';
import { permitWholeHouse } from '../permit.ts';
import { channelOf, destinationNotFound, type ShownDestination } from './save-destination.ts';
import { maskSettings, shownSettings } from './sealed-settings.ts';

/**
 * Holds a destination's deliveries until it is resumed; kills still go. Pausing twice changes
 * nothing.
 *
 * @throws DomainError `destination-not-found`, `not-permitted`
 */
export function pauseDestination(ctx: Context, input: { id: string; note: string | null }) {
  return setState(ctx, input.id, { state: 'paused', code: 'asked', note: input.note });
}

/**
 * Lets the deliveries of a destination go on that is paused, disabled or failing: what waits is sent
 * at once, and its failures are forgotten.
 */
export function resumeDestination(ctx: Context, input: { id: string }) {
  return setState(ctx, input.id, { state: 'active', code: null, note: null });
}

async function setState(
  ctx: Context,
  id: string,
  next: { state: 'paused' | 'active'; code: string | null; note: string | null },
): Promise<ShownDestination> {
  permitWholeHouse(ctx.caller);
  return transact(ctx.db, async (tx) => {
    const before = await destinations.lock(tx, id, ctx.caller.outlet);
    if (!before) throw destinationNotFound(id);
    const settings = maskSettings(channelOf(before.channel), before.settings);
    if (before.state === next.state && !isHeldUp(before, next.state)) {
      return { ...before, settings };
    }
    const row = await destinations.setState(tx, id, ctx.now(), next);
    if (next.state === 'active') await retryNow(tx, id);
    await events.record(tx, ctx, {
      type: next.state === 'paused' ? 'destination.paused' : 'destination.resumed',
      subject: { kind: 'destination', id },
      before: { state: before.state, code: before.state_code },
      after: next,
    });
    return { ...row, settings };
  });
}

/** Whether an active destination waits for its breaker, or for the end of a series of failures. */
function isHeldUp(row: destinations.Destination, next: 'paused' | 'active'): boolean {
  return next === 'active' && (row.ramp !== null || row.failing_since !== null);
}

/** A destination, secrets masked. @throws DomainError `destination-not-found` */
export async function readDestination(ctx: Context, id: string): Promise<ShownDestination> {
  const row = await destinations.find(ctx.db, id, ctx.caller.outlet);
  if (!row) throw destinationNotFound(id);
  return { ...row, settings: shownSettings(row) };
}

/** A page of the destinations that the caller may see. */
export async function listDestinations(
  ctx: Context,
  page: { after?: string | undefined; limit: number; outlet?: string | undefined },
): Promise<ShownDestination[]> {
  const outlet = ctx.caller.outlet ?? page.outlet ?? null;
  const rows = await destinations.list(ctx.db, { ...page, outlet });
  return rows.map((row) => ({ ...row, settings: shownSettings(row) }));
}
