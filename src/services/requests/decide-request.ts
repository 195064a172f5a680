import type { Context } from '../../context.ts';
import { type Db, transact } from '../../db/database.ts';
import type { Licence } from '../../db/licences.ts';
import type { FactsRow } from '../../db/request-facts.ts';
import type { Request } from '../../db/requests.ts';
import * as terms from '../../db/terms.ts';
import { DomainError, invalid } from '../../domain/errors.ts';
import { readPolicy } from '../../domain/read-policy.ts';
import { BUILT_IN_TERMS } from '../../domain/terms.ts';
import { readAsked } from './asked-use.ts';
import { lockPending } from './lock-pending.ts';
import { closeRequest, issueSettled } from './settle-request.ts';
import { tellDecided } from './tell-about.ts';

/**
 * A person grants a pending request: as much of what is asked as the terms offer.
 *
 * @param input.terms slug; absent: the publication's default terms
 * @throws DomainError `request-not-found`, `request-decided`, `article-killed`, `terms-not-found`,
 *   `licence-unavailable`, `invalid-request` when the terms leave nothing of the ask, or when a
 *   faulty policy cannot say which they are
 */
export async function grantRequest(
  ctx: Context,
  input: { id: string; terms?: string | undefined; note: string | null },
): Promise<{ request: Request; licence: Licence }> {
  return transact(ctx.db, async (tx) => {
    const { request, facts } = await lockPending(ctx, tx, input.id);
    const settled = await issueSettled(ctx, tx, {
      request,
      facts,
      terms: await findOffered(tx, input.terms ?? defaultTerms(facts)),
      use: readAsked(request.use),
      reason: { code: 'granted-by-person', message: input.note ?? 'A person granted it.' },
      note: input.note,
    });
    await tellDecided(ctx, tx, { request, facts, granted: true, note: input.note });
    return settled;
  });
}

/** A person refuses a pending request. @throws DomainError `request-not-found`, `request-decided` */
export async function refuseRequest(
  ctx: Context,
  input: { id: string; note: string | null },
): Promise<{ request: Request }> {
  return transact(ctx.db, async (tx) => {
    const { request, facts } = await lockPending(ctx, tx, input.id);
    const reasons = [{ code: 'refused-by-person', message: input.note ?? 'A person refused it.' }];
    const decided = { state: 'refused', reasons, licence: null, note: input.note } as const;
    await tellDecided(ctx, tx, { request, facts, granted: false, note: input.note });
    return { request: await closeRequest(ctx, tx, request, decided) };
  });
}

/** The newest version of named terms. @throws DomainError `terms-not-found` */
export async function findOffered(tx: Db, slug: string): Promise<terms.TermsVersion> {
  const found = await terms.findNewest(tx, slug);
  if (!found) throw new DomainError('terms-not-found', `No terms are called ${slug}.`);
  return found;
}

function defaultTerms({ policy }: FactsRow): string {
  const read = policy === null ? null : readPolicy(policy);
  if (!Array.isArray(read)) return read?.defaultTerms ?? BUILT_IN_TERMS;
  const detail = 'The policy of the publication is at fault, so name the terms of this grant.';
  throw invalid([{ pointer: '#/terms', code: 'policy-faulty', detail }]);
}
