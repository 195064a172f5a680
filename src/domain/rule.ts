import type { RequestFacts } from './request-facts.ts';
import { type Conditions, type Finding, findings } from './rule-conditions.ts';

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

/** What one rule said of one request. */
export interface RuleTrace {
  rule: string;
  /** A rule that speaks of some articles of a feed and not of others refers it to a person. */
  effect: Effect;
  matched: boolean;
  why: string;
}

/** What one rule said, with each of its conditions. */
export interface RuleExamination extends RuleTrace {
  when: readonly Finding[];
  unless: readonly Finding[];
}

/** Holds a rule against the facts: all of `when` must hold, and not all of `unless`. */
export function examine(rule: Rule, facts: RequestFacts): RuleExamination {
  const when = findings(rule.when ?? {}, facts);
  const unless = findings(rule.unless ?? {}, facts);
  return { rule: rule.name, ...judged(rule.effect, when, unless), when, unless };
}

type Judged = Pick<RuleTrace, 'effect' | 'matched' | 'why'>;

function judged(effect: Effect, when: readonly Finding[], unless: readonly Finding[]): Judged {
  const failing = when.find(({ holds, varies }) => !holds && !varies);
  if (failing) return { effect, matched: false, why: `${failing.says}.` };
  if (unless.length > 0 && unless.every(({ holds }) => holds)) {
    return { effect, matched: false, why: `Except where ${saying(unless)}.` };
  }
  const excepts = unless.length > 0 && unless.every(({ holds, varies }) => holds || varies);
  const varying = [...when, ...(excepts ? unless : [])].filter(({ varies }) => varies);
  if (varying.length === 0) return { effect, matched: true, why: 'Every condition holds.' };
  const why = `A person decides, because not every article of the feed is alike: ${saying(varying)}.`;
  return { effect: 'refer', matched: true, why };
}

function saying(findings: readonly Finding[]): string {
  return findings.map(({ says }) => says).join('; ');
}

/** What a rule said, as it is kept with the decision. */
export function judge(rule: Rule, facts: RequestFacts): RuleTrace {
  const { when: _when, unless: _unless, ...trace } = examine(rule, facts);
  return trace;
}
