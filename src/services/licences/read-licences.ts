import type { Context } from '../../context.ts';
import * as licences from '../../db/licences.ts';
import { DomainError } from '../../domain/errors.ts';
import { permitPublicationId } from '../permit.ts';

/** @throws DomainError `licence-not-found`, also for another outlet's, `not-permitted` */
export async function readLicence(ctx: Context, id: string): Promise<licences.Licence> {
  const licence = await licences.find(ctx.db, id, ctx.caller.outlet);
  if (!licence) throw licenceNotFound(id);
  await permitPublicationId(ctx, licence.publication);
  return licence;
}

/** A page of the licences that the caller may see. */
export function listLicences(
  ctx: Context,
  filter: Omit<licences.LicenceFilter, 'publications'>,
): Promise<licences.Licence[]> {
  return licences.list(ctx.db, {
    ...filter,
    outlet: ctx.caller.outlet ?? filter.outlet,
    publications: ctx.caller.publications ?? undefined,
  });
}

export function licenceNotFound(id: string): DomainError {
  return new DomainError('licence-not-found', `No licence has the id ${id}.`);
}
