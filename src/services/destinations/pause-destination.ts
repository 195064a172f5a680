import type { Context } from '../../context.ts';
import { transact } from '../../db/database.ts';
import * as destinations from '../../db/destinations.ts';
import * as events from '../../db/events.ts';
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

/** Lets a paused or disabled destination's deliveries go on; what waits is sent at once. */
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
    if (before.state === next.state) return { ...before, settings };
    const row = await destinations.setState(tx, id, ctx.now(), next);
    await events.record(tx, ctx, {
      type: next.state === 'paused' ? 'destination.paused' : 'destination.resumed',
      subject: { kind: 'destination', id },
      before: { state: before.state, code: before.state_code },
      after: next,
    });
    return { ...row, settings };
  });
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
