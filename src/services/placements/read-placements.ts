import type { Context } from '../../context.ts';
import * as placements from '../../db/placements/read.ts';
import { DomainError } from '../../domain/errors.ts';
import { permitArticle } from '../permit.ts';

/** @throws DomainError `placement-not-found`, also for another outlet's */
export async function readPlacement(ctx: Context, id: string): Promise<placements.Placement> {
  const placement = await placements.findPlacement(ctx.db, id, ctx.caller.outlet);
  if (!placement) throw placementNotFound(id);
  await permitArticle(ctx, placement.article);
  return placement;
}

/** A page of the placements that the caller may see. */
export function listPlacements(
  ctx: Context,
  filter: Omit<placements.PlacementFilter, 'publications'>,
): Promise<placements.Placement[]> {
  return placements.listPlacements(ctx.db, { ...filter, ...reach(ctx, filter.outlet) });
}

/** A page of the tries that the caller may see. */
export function listAttempts(
  ctx: Context,
  filter: Omit<placements.AttemptFilter, 'publications'>,
): Promise<placements.Attempt[]> {
  return placements.listAttempts(ctx.db, { ...filter, ...reach(ctx, filter.outlet) });
}

function reach({ caller }: Context, outlet: string | undefined) {
  return { outlet: caller.outlet ?? outlet, publications: caller.publications ?? undefined };
}

export function placementNotFound(id: string): DomainError {
  return new DomainError('placement-not-found', `No placement has the id ${id}.`);
}
