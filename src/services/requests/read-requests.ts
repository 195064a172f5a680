import type { Context } from '../../context.ts';
import * as licences from '../../db/licences.ts';
import * as requests from '../../db/requests.ts';
import { DomainError } from '../../domain/errors.ts';
import { permitPublicationId } from '../permit.ts';

/** A request, with its licence where it was granted. @throws DomainError `request-not-found` */
export async function readRequest(ctx: Context, id: string) {
  const request = await requests.find(ctx.db, id, ctx.caller.outlet);
  if (!request) throw new DomainError('request-not-found', `No request has the id ${id}.`);
  await permitPublicationId(ctx, request.publication);
  const licence = request.licence && (await licences.find(ctx.db, request.licence, null));
  return { request, licence: licence || null };
}

/** A page of the requests that the caller may see. */
export function listRequests(
  ctx: Context,
  filter: Omit<requests.RequestFilter, 'publications'>,
): Promise<requests.Request[]> {
  return requests.list(ctx.db, {
    ...filter,
    outlet: ctx.caller.outlet ?? filter.outlet,
    publications: ctx.caller.publications ?? undefined,
  });
}
