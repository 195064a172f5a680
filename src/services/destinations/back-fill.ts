import type { Context } from '../../context.ts';
import { type Tx, transact } from '../../db/database.ts';
import * as destinations from '../../db/destinations.ts';
import * as events from '../../db/events.ts';
import { findHeld } from '../../db/licensed-texts.ts';
import { newestCovered } from '../../db/placements/to-fill.ts';
import { licenceNotFound } from '../licences/read-licences.ts';
import { refuseKind } from '../licences/read-licensed-text.ts';
import { refuseLicence } from '../licences/refuse-text.ts';
import { permitWholeHouse } from '../permit.ts';
import { raise } from '../relay/raise-scopes.ts';
import { channelOf, destinationNotFound } from './save-destination.ts';

export interface BackFill {
  destination: string;
  /** One of the outlet's licences for a feed; null for all of them. */
  licence: string | null;
  /** How many of the newest articles that are covered. */
  articles: number;
}

/**
 * Places the newest articles that are licensed to an outlet by feeds at one of its destinations,
 * behind all else. What is there already stays as it is, so doing it twice places nothing more.
 *
 * @returns how many are placed by this
 * @throws DomainError `destination-not-found`, `destination-implicit`, `not-permitted`,
 *   `licence-not-found` also for another outlet's, `licence-for-article`, `licence-STATE`,
 *   `outlet-suspended`
 */
export async function backFill(ctx: Context, input: BackFill): Promise<number> {
  permitWholeHouse(ctx.caller);
  const { destination: id, licence, articles: most } = input;
  return transact(ctx.db, async (tx) => {
    const destination = await destinations.find(tx, id, ctx.caller.outlet);
    if (!destination) throw destinationNotFound(id);
    channelOf(destination.channel);
    const { outlet } = destination;
    if (licence !== null) await checkFeed(tx, licence, outlet);
    const found = await newestCovered(tx, { outlet, licence, most });
    const by = ctx.caller.requestId;
    const bulk = { destination: id };
    const placements = await raise(
      tx,
      found.map((article) => ({ article, outlet, by, bulk })),
    );
    await events.record(tx, ctx, {
      type: 'destination.back-filled',
      subject: { kind: 'destination', id },
      after: { outlet, licence, articles: most, placements },
    });
    return placements;
  });
}

async function checkFeed(tx: Tx, licence: string, outlet: string): Promise<void> {
  const held = await findHeld(tx, { licence, article: null, outlet });
  if (!held) throw licenceNotFound(licence);
  refuseKind(held, true);
  refuseLicence(held);
}
