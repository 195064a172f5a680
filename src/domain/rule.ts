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
  const failing = when.find((finding) => !finding.holds);
  const excepted = unless.length > 0 && unless.every((finding) => finding.holds);
  const why = failing
    ? `${failing.says}.`
    : excepted
      ? `Except where ${unless.map((finding) => finding.says).join('; ')}.`
      : 'Every condition holds.';
  const matched = !failing && !excepted;
  return { rule: rule.name, effect: rule.effect, matched, why, when, unless };
}

/** What a rule said, as it is kept with the decision. */
export function judge(rule: Rule, facts: RequestFacts): RuleTrace {
  const { when: _when, unless: _unless, ...trace } = examine(rule, facts);
  return trace;
}
