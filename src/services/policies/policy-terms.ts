import type { Db } from '../../db/database.ts';
import * as terms from '../../db/terms.ts';
import type { FieldError } from '../../domain/errors.ts';
import type { Policy } from '../../domain/policy.ts';
import { BUILT_IN_TERMS } from '../../domain/terms.ts';

/** The newest versions of all terms that a policy can grant under. */
export function readPolicyTerms(db: Db, policy: Policy): Promise<terms.TermsVersion[]> {
  const named = namedTerms(policy).map(({ slug }) => slug);
  return terms.findAllNewest(db, [...new Set([BUILT_IN_TERMS, ...named])]);
}

/** Where a policy names terms that do not exist. */
export function unknownTerms(
  policy: Policy,
  known: readonly { slug: string }[],
  at = '#',
): FieldError[] {
  const slugs = new Set(known.map(({ slug }) => slug));
  const missing = namedTerms(policy).filter(({ slug }) => !slugs.has(slug));
  return missing.map(({ path, slug }) => {
    const detail = `No terms are called ${slug}. Save them first with PUT /v1/terms/${slug}.`;
    return { pointer: `${at}/${path}`, code: 'unknown-terms', detail };
  });
}

function namedTerms(policy: Policy): { path: string; slug: string }[] {
  const ofRules = policy.rules.map((rule, i) => ({ path: `rules/${i}/terms`, slug: rule.terms }));
  const all = [{ path: 'defaultTerms', slug: policy.defaultTerms }, ...ofRules];
  return all.flatMap(({ path, slug }) => (slug === undefined ? [] : [{ path, slug }]));
}
