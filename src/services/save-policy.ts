import type { Context } from '../context.ts';
import { transact } from '../db/database.ts';
import * as events from '../db/events.ts';
import * as policies from '../db/policies.ts';
import * as publications from '../db/publications.ts';
import { invalid } from '../domain/errors.ts';
import type { Policy } from '../domain/policy.ts';
import { noPublication } from './articles/put-in-article.ts';
import { permitPublication } from './permit.ts';
import { policyFaults } from './policies/policy-faults.ts';
import { readPolicyTerms } from './policies/policy-terms.ts';

/**
 * Saves a publication's policy as a new version.
 *
 * @throws DomainError `publication-not-found`, `not-permitted`, or `invalid-request` with a
 *   pointer to each rule that names terms or outlets which do not exist
 */
export async function savePolicy(ctx: Context, input: { slug: string; policy: Policy }) {
  permitPublication(ctx.caller, input.slug);
  return transact(ctx.db, async (tx) => {
    const publication = await publications.lockBySlug(tx, input.slug);
    if (!publication) throw noPublication(input.slug);
    const terms = await readPolicyTerms(tx, input.policy);
    const faults = await policyFaults(tx, input.policy, terms);
    if (faults.length > 0) throw invalid(faults);

    const before = await policies.findNewest(tx, publication.id);
    const version = (before?.version ?? 0) + 1;
    await policies.add(tx, {
      publication: publication.id,
      version,
      document: input.policy,
      at: ctx.now(),
    });
    await events.record(tx, ctx, {
      type: 'policy.saved',
      subject: { kind: 'publication', id: publication.id },
      before: before?.document,
      after: input.policy,
    });
    return { version, policy: input.policy, created: version === 1 };
  });
}
