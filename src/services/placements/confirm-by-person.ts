import type { Context } from '../../context.ts';
import { type Tx, transact } from '../../db/database.ts';
import * as outlets from '../../db/outlets.ts';
import { findPlacement, type Placement } from '../../db/placements/read.ts';
import { DomainError, invalid } from '../../domain/errors.ts';
import { permitArticle } from '../permit.ts';
import { confirm } from './confirm-placement.ts';
import { placementNotFound } from './read-placements.ts';

/**
 * Takes the word of the outlet, or of a person of the house, that what is wanted at a placement is
 * so. What is still to be sent for it is not sent any more.
 *
 * @throws DomainError `placement-not-found`, also for another outlet's; `not-permitted`;
 *   `invalid-request` for a page that is not the outlet's; `placement-not-sent` for a text that never
 *   left, which nobody can have
 */
export async function confirmByPerson(
  ctx: Context,
  input: { id: string; url: string | null; note: string | null },
): Promise<Placement> {
  return transact(ctx.db, async (tx) => {
    const own = await findPlacement(tx, input.id, ctx.caller.outlet);
    if (!own) throw placementNotFound(input.id);
    await permitArticle({ ...ctx, db: tx }, own.article);
    if (input.url !== null) await checkOrigin(tx, own.outlet, input.url);
    const by = ctx.caller.outlet === null ? 'person' : 'receipt';
    const { id: placement, url, note } = input;
    const { confirmed } = await confirm(tx, ctx, { placement, by, url, note });
    if (!confirmed) throw notSent(placement);
    return (await findPlacement(tx, placement, ctx.caller.outlet)) ?? own;
  });
}

/** A page that is not the outlet's proves nothing, and would not be looked at. */
async function checkOrigin(tx: Tx, outlet: string, url: string): Promise<void> {
  const origins = (await outlets.find(tx, outlet))?.origins ?? [];
  if (origins.includes(new URL(url).origin)) return;
  const detail = `Name a page within the outlet's origins: ${origins.join(', ')}.`;
  throw invalid([{ pointer: '#/url', code: 'outside-origins', detail }]);
}

function notSent(id: string): DomainError {
  return new DomainError('placement-not-sent', `Nothing was sent yet for placement ${id}.`);
}
