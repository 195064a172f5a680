import type { Db } from '../../db/database.ts';
import type { TermsVersion } from '../../db/terms.ts';
import type { FieldError } from '../../domain/errors.ts';
import type { Policy } from '../../domain/policy.ts';
import { unknownOutlets } from './policy-outlets.ts';
import { unknownTerms } from './policy-terms.ts';

/**
 * What of a policy names things that do not exist.
 *
 * @param at where the policy stands in what was sent
 */
export async function policyFaults(
  db: Db,
  policy: Policy,
  terms: readonly TermsVersion[],
  at = '#',
): Promise<FieldError[]> {
  return [...unknownTerms(policy, terms, at), ...(await unknownOutlets(db, policy, at))];
}
