import type { Context } from '../../context.ts';
import { transact } from '../../db/database.ts';
import * as destinations from '../../db/destinations.ts';
import * as events from '../../db/events.ts';
import { holdUnsent, removeUnsent } from '../../db/remove-destination.ts';
import { DomainError } from '../../domain/errors.ts';
import { permitWholeHouse } from '../permit.ts';
import {
  channelOf,
  destinationNotFound,
  factsOf,
  type ShownDestination,
} from './save-destination.ts';
import { maskSettings } from './sealed-settings.ts';

/**
 * Removes a destination that nothing was ever sent to. One that has copies stays: they have to be
 * corrected, and taken down if their story is killed, and the record of what left stays with them.
 *
 * @returns the destination as it was
 * @throws DomainError `destination-not-found`, `destination-implicit`, `destination-in-use`,
 *   `not-permitted`
 */
export async function removeDestination(ctx: Context, id: string): Promise<ShownDestination> {
  permitWholeHouse(ctx.caller);
  return transact(ctx.db, async (tx) => {
    const row = await destinations.lock(tx, id, ctx.caller.outlet);
    if (!row) throw destinationNotFound(id);
    const channel = channelOf(row.channel);
    const sent = await holdUnsent(tx, id);
    if (sent > 0) throw inUse(sent);
    await removeUnsent(tx, id);
    await events.record(tx, ctx, {
      type: 'destination.removed',
      subject: { kind: 'destination', id },
      before: factsOf(channel, row),
      after: { outlet: row.outlet },
    });
    return { ...row, settings: maskSettings(channel, row.settings) };
  });
}

function inUse(placements: number): DomainError {
  const articles = placements === 1 ? '1 article was' : `${placements} articles were`;
  return new DomainError(
    'destination-in-use',
    `${articles} sent there. Save the new address, or pause the destination.`,
    { facts: { placements } },
  );
}
