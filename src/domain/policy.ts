import { rightsExclude, rightsForbid, rightsRefer } from './article-rights.ts';
import { beyondBounds, beyondQuota, type Quota, type Standing } from './bounds.ts';
import type { FieldError } from './errors.ts';
import { grantUse } from './grant-use.ts';
import type { Reason } from './reason.ts';
import type { RequestFacts } from './request-facts.ts';
import { type Effect, judge, type Rule, type RuleTrace } from './rule.ts';
import { DEFAULT_TERMS, type Terms } from './terms.ts';
import type { GrantedUse } from './use.ts';

/** A publication's answer to requests. */
export interface Policy {
  /** Slug of the terms for grants that name none; absent: `DEFAULT_TERMS`. */
  defaultTerms?: string | undefined;
  /** Absent: the rules grant as often as they are asked. */
  quota?: Quota | undefined;
  rules: readonly Rule[];
}

export interface Decision {
  outcome: 'granted' | 'refused' | 'pending';
  reasons: Reason[];
  /** The terms that were or, being exceeded, were not granted; null: `DEFAULT_TERMS`, or none. */
  termsSlug: string | null;
  /** Present when granted. */
  granted: GrantedUse | null;
  /** Every rule, in the order of the policy. */
  trace: RuleTrace[];
  /** What of the policy cannot be evaluated, by where it stands in the policy. */
  faults: FieldError[];
}

/** Finds named terms; undefined when there are none of that name. */
export type TermsOf = (slug: string) => Terms | undefined;

/**
 * Decides a request to reprint an article, or those of a feed.
 *
 * The article's own rights speak first, then every rule. Any refusal wins, with the reasons of
 * all that refuse; then any referral to a person; then the first grant in the list, whose terms
 * the ask has to lie within. Where nothing speaks, a person decides. What is granted has still to
 * be held against what the record says: see `holdBounds`.
 *
 * @param policy null: the publication has none
 */
export function decide(facts: RequestFacts, policy: Policy | null, termsOf: TermsOf): Decision {
  const rules = policy?.rules ?? [];
  const trace = rules.map((rule) => judge(rule, facts));
  const matched = rules.filter((_, i) => trace[i]?.matched);
  const speaking = rules.filter((rule, i) => trace[i]?.matched && trace[i].effect === rule.effect);

  const refusals = [...rightsForbid(facts), ...rightsExclude(facts), ...said(speaking, 'refuse')];
  if (refusals.length > 0) return { ...undecided(refusals, trace), outcome: 'refused' };
  const varying = matched.length > speaking.length ? [VARYING] : [];
  const referrals = [...rightsRefer(facts), ...said(speaking, 'refer'), ...varying];
  if (referrals.length > 0) return undecided(referrals, trace);
  const grant = speaking.find((rule) => rule.effect === 'grant');
  if (!policy || !grant) return undecided([nothingSpoke(policy)], trace);
  return grantUnder(grant, policy, { facts, termsOf, trace });
}

/** What becomes of a request whose policy cannot be read: it is kept for a person, and told. */
export function undecidable(faults: FieldError[]): Decision {
  return { ...undecided([policyFaulty(faults)], []), faults };
}

/**
 * Holds a grant against the bounds of its terms and the policy's quota. Bounds of the terms
 * refuse; the quota refuses or refers, as it says.
 */
export function holdBounds(
  decision: Decision,
  quota: Quota | undefined,
  terms: Terms,
  standing: Standing,
): Decision {
  if (decision.outcome !== 'granted') return decision;
  const spent = beyondQuota(quota, standing);
  const refused = [...beyondBounds(terms, standing), ...(quota?.then === 'refuse' ? spent : [])];
  if (refused.length > 0) {
    return { ...decision, outcome: 'refused', reasons: refused, granted: null };
  }
  if (spent.length > 0) return { ...decision, outcome: 'pending', reasons: spent, granted: null };
  return decision;
}

/** What a rule says that was written for some articles of the feed. */
const VARYING: Reason = {
  code: 'feed-varies',
  message:
    'A rule of the publication speaks of some articles of this feed alone: a person decides.',
};

const CODES = { refuse: 'rule-refused', refer: 'rule-referred', grant: 'rule-granted' } as const;

function said(rules: readonly Rule[], effect: Effect): Reason[] {
  const heard = rules.filter((rule) => rule.effect === effect);
  return heard.map((rule) => ({ code: CODES[effect], message: rule.reason }));
}

function undecided(reasons: Reason[], trace: RuleTrace[]): Decision {
  return { outcome: 'pending', reasons, termsSlug: null, granted: null, trace, faults: [] };
}

function nothingSpoke(policy: Policy | null): Reason {
  return policy
    ? { code: 'no-rule-matched', message: 'No rule speaks of this request: a person decides.' }
    : { code: 'no-policy', message: 'This publication has no policy: a person decides.' };
}

interface Grounds {
  facts: RequestFacts;
  termsOf: TermsOf;
  trace: RuleTrace[];
}

function grantUnder(rule: Rule, policy: Policy, { facts, termsOf, trace }: Grounds): Decision {
  const termsSlug = rule.terms ?? policy.defaultTerms ?? null;
  const terms = termsSlug === null ? DEFAULT_TERMS : termsOf(termsSlug);
  if (!terms) return { ...undecidable([termsMissing(rule, policy, termsSlug)]), trace };
  const granted = grantUse(facts, terms);
  const rest = { termsSlug, trace, faults: [] };
  return Array.isArray(granted)
    ? { ...rest, outcome: 'refused', reasons: granted, granted: null }
    : { ...rest, outcome: 'granted', reasons: said([rule], 'grant'), granted };
}

function termsMissing(rule: Rule, policy: Policy, slug: string | null): FieldError {
  const pointer = rule.terms ? `#/rules/${policy.rules.indexOf(rule)}/terms` : '#/defaultTerms';
  const detail = `The rule "${rule.name}" grants under the terms "${slug}", which are not there.`;
  return { pointer, code: 'unknown-terms', detail };
}

function policyFaulty(faults: readonly FieldError[]): Reason {
  const where = faults.map((fault) => fault.pointer).join(', ');
  const message = `The policy of this publication is at fault (${where}): a person decides.`;
  return { code: 'policy-faulty', message };
}
