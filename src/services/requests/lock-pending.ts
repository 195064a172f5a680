import type { Context } from '../../context.ts';
import type { Db } from '../../db/database.ts';
import type { FactsRow } from '../../db/request-facts.ts';
import * as requests from '../../db/requests.ts';
import { findSubject } from '../../db/subject-facts.ts';
import { DomainError } from '../../domain/errors.ts';
import { permitPublication } from '../permit.ts';
import { subjectNotFound } from './subject-not-found.ts';

/**
 * Takes a request that waits for its answer, so that it gets one and no two.
 *
 * @throws DomainError `request-not-found`, also for another outlet's, `request-decided`
 */
export async function lockPending(
  ctx: Context,
  tx: Db,
  id: string,
): Promise<{ request: requests.Request; facts: FactsRow }> {
  const request = await requests.lock(tx, id, ctx.caller.outlet);
  if (!request) throw requestNotFound(id);
  const facts = await findSubject(tx, request);
  if (!facts) throw subjectNotFound(request);
  permitPublication(ctx.caller, facts.publicationSlug);
  if (request.state !== 'pending') {
    throw new DomainError('request-decided', `Request ${id} is already ${request.state}.`, {
      facts: { state: request.state },
    });
  }
  return { request, facts };
}

export function requestNotFound(id: string): DomainError {
  return new DomainError('request-not-found', `No request has the id ${id}.`);
}
