import { rightsExclude, rightsForbid, rightsRefer } from './article-rights.ts';
import type { Quota } from './bounds.ts';
import type { FieldError } from './errors.ts';
import { grantUse } from './grant-use.ts';
import type { Reason } from './reason.ts';
import type { RequestFacts } from './request-facts.ts';
import { type Conditions, findings } from './rule-conditions.ts';
import { DEFAULT_TERMS, type Terms } from './terms.ts';
import type { GrantedUse } from './use.ts';

export type Effect = 'grant' | 'refuse' | 'refer';

/** One sentence of a policy. */
export interface Rule {
  /** Unique within the policy. */
  name: string;
  effect: Effect;
  /** Absent: the rule is about every request. */
  when?: Conditions | undefined;
  /** Where these hold, the rule says nothing. */
  unless?: Conditions | undefined;
  /** Slug of the terms that a grant gives. */
  terms?: string | undefined;
  /** The sentence that the outlet reads. */
  reason: string;
}

/** A publication's answer to requests. */
export interface Policy {
  /** Slug of the terms for grants that name none; absent: `DEFAULT_TERMS`. */
  defaultTerms?: string | undefined;
  /** Absent: the publication grants as often as it is asked. */
  quota?: Quota | undefined;
  rules: readonly Rule[];
}

/** What one rule said of one request. */
export interface RuleTrace {
  rule: string;
  effect: Effect;
  matched: boolean;
  why: string;
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
  /** What of the policy could not be evaluated, and so left the request to a person. */
  faults: readonly FieldError[];
}

/** Finds named terms; undefined when there are none of that name. */
export type TermsOf = (slug: string) => Terms | undefined;

/**
 * Decides a request to reprint an article.
 *
 * The article's own rights speak first, then every rule. Any refusal wins, with the reasons of
 * all that refuse; then any referral to a person; then the first grant in the list, whose terms
 * the ask has to lie within. Where nothing speaks, a person decides.
 *
 * @param policy null: the publication has none
 */
export function decide(facts: RequestFacts, policy: Policy | null, termsOf: TermsOf): Decision {
  const judged = (policy?.rules ?? []).map((rule) => ({ rule, trace: judge(rule, facts) }));
  const trace = judged.map((one) => one.trace);
  const speaking = judged.filter((one) => one.trace.matched).map((one) => one.rule);

  const refusals = [...rightsForbid(facts), ...rightsExclude(facts), ...said(speaking, 'refuse')];
  if (refusals.length > 0) return { ...undecided(refusals, trace), outcome: 'refused' };
  const referrals = [...rightsRefer(facts), ...said(speaking, 'refer')];
  if (referrals.length > 0) return undecided(referrals, trace);
  const grant = speaking.find((rule) => rule.effect === 'grant');
  if (!grant) return undecided([nothingSpoke(policy)], trace);
  return grantUnder(grant, grant.terms ?? policy?.defaultTerms ?? null, { facts, termsOf, trace });
}

function judge(rule: Rule, facts: RequestFacts): RuleTrace {
  const failing = findings(rule.when ?? {}, facts).find((finding) => !finding.holds);
  const exceptions = findings(rule.unless ?? {}, facts);
  const excepted = exceptions.length > 0 && exceptions.every((finding) => finding.holds);
  const why = failing
    ? `${failing.says}.`
    : excepted
      ? `Except where ${exceptions.map((finding) => finding.says).join('; ')}.`
      : 'Every condition holds.';
  return { rule: rule.name, effect: rule.effect, matched: !failing && !excepted, why };
}

const CODES = { refuse: 'rule-refused', refer: 'rule-referred', grant: 'rule-granted' } as const;

function said(rules: readonly Rule[], effect: Effect): Reason[] {
  const heard = rules.filter((rule) => rule.effect === effect);
  return heard.map((rule) => ({ code: CODES[effect], message: rule.reason }));
}

function undecided(reasons: Reason[], trace: RuleTrace[]): Decision {
  return { outcome: 'pending', reasons, termsSlug: null, granted: null, trace };
}

function nothingSpoke(policy: Policy | null): Reason {
  return policy
    ? { code: 'no-rule-matched', message: 'No rule speaks of this request: a person decides.' }
    : { code: 'no-policy', message: 'This publication has no policy: a person decides.' };
}

function grantUnder(
  rule: Rule,
  termsSlug: string | null,
  { facts, termsOf, trace }: { facts: RequestFacts; termsOf: TermsOf; trace: RuleTrace[] },
): Decision {
  const terms = termsSlug === null ? DEFAULT_TERMS : termsOf(termsSlug);
  if (!terms) return undecided([termsMissing(rule, termsSlug)], trace);
  const granted = grantUse(facts, terms);
  return Array.isArray(granted)
    ? { outcome: 'refused', reasons: granted, termsSlug, granted: null, trace }
    : { outcome: 'granted', reasons: said([rule], 'grant'), termsSlug, granted, trace };
}

function termsMissing(rule: Rule, slug: string | null): Reason {
  const message = `The rule "${rule.name}" grants under terms "${slug}", which are not there: a person decides.`;
  return { code: 'terms-missing', message };
}
