import type { Context } from '../context.ts';
import { transact } from '../db/database.ts';
import * as events from '../db/events.ts';
import * as publications from '../db/publications.ts';
import * as terms from '../db/terms.ts';
import { DomainError, type FieldError, invalid } from '../domain/errors.ts';
import type { Policy } from '../domain/policy.ts';
import { permitPublication } from './permit.ts';

/**
 * Saves a publication's policy as a new version.
 *
 * @throws DomainError `publication-not-found`, `not-permitted`, or `invalid-request` with a
 *   pointer to each rule that names terms which do not exist
 */
export async function savePolicy(ctx: Context, input: { slug: string; policy: Policy }) {
  permitPublication(ctx.caller, input.slug);
  return transact(ctx.db, async (tx) => {
    const publication = await publications.lockBySlug(tx, input.slug);
    if (!publication) {
      throw new DomainError('publication-not-found', `No publication is called ${input.slug}.`);
    }
    const faults = await unknownTerms(input.policy, (slug) => terms.findNewest(tx, slug));
    if (faults.length > 0) throw invalid(faults);

    const before = await publications.findPolicy(tx, publication.id);
    const version = (before?.version ?? 0) + 1;
    await publications.addPolicy(tx, {
      publication: publication.id,
      version,
      document: input.policy,
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

async function unknownTerms(
  policy: Policy,
  find: (slug: string) => Promise<unknown>,
): Promise<FieldError[]> {
  const named = [
    { pointer: '#/defaultTerms', slug: policy.defaultTerms },
    ...policy.rules.map((rule, i) => ({ pointer: `#/rules/${i}/terms`, slug: rule.terms })),
  ];
  const faults: FieldError[] = [];
  for (const { pointer, slug } of named) {
    if (!slug || (await find(slug))) continue;
    const detail = `No terms are called ${slug}. Save them first with PUT /v1/terms/${slug}.`;
    faults.push({ pointer, code: 'unknown-terms', detail });
  }
  return faults;
}
