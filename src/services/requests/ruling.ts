import type { HeldRow } from '../../db/party-facts.ts';
import type { JudgedRow } from '../../db/request-facts.ts';
import { coveredBy, type HeldLicence, wholeAsk } from '../../domain/covered.ts';
import { filterWithin } from '../../domain/filter-implies.ts';
import type { Instant } from '../../domain/instant.ts';
import { type Decision, decide, type Policy, undecidable } from '../../domain/policy.ts';
import { readPolicy } from '../../domain/read-policy.ts';
import type { RequestFacts } from '../../domain/request-facts.ts';
import { DEFAULT_TERMS, type Terms } from '../../domain/terms.ts';
import { type AskedUse, readUse } from '../../domain/use.ts';
import { requestFacts } from './facts.ts';
import { termsOf } from './offered-terms.ts';

/** What is to be answered, as far as it can be told without counting. */
export interface Ruling {
  facts: RequestFacts;
  /** null: there is none, or it is at fault. */
  policy: Policy | null;
  decision: Decision;
  /** Of a grant: what it is under. */
  terms: Terms;
  /** The licence that the outlet holds already and that permits all of it. */
  covering: string | null;
}

/** Holds a request against what the outlet holds, the article's rights and the policy. */
export function rule(now: Instant, row: JudgedRow, use: AskedUse): Ruling {
  const facts = requestFacts(now, row, use);
  const offered = (slug: string) => termsOf(row.terms, slug);
  const read = row.policy === null ? null : readPolicy(row.policy);
  const faulty = Array.isArray(read);
  const decision = faulty ? undecidable(read) : decide(facts, read, offered);
  const terms = (decision.termsSlug && offered(decision.termsSlug)) || DEFAULT_TERMS;
  const covering = coveringLicence(row, facts, decision);
  return { facts, policy: faulty ? null : read, decision, terms, covering };
}

/** Terms may let a use begin later than it was asked: what is left of it may be covered too. */
function coveringLicence(row: JudgedRow, facts: RequestFacts, { granted }: Decision) {
  if (row.outletSuspended || (!row.feed && row.state !== 'live')) return null;
  const held = heldLicences(row);
  const found = coveredBy(wholeAsk(facts), held) ?? (granted && coveredBy(granted, held));
  return found?.id ?? null;
}

function heldLicences(row: JudgedRow): HeldLicence[] {
  const held = row.held.filter((one) => isOfTheSame(one, row));
  return held.map(({ id, use }) => ({ id, use: readUse(use) }));
}

/**
 * A licence that stays on an older version does not stand for the one that is asked for, nor does
 * one of a feed with a narrower filter.
 */
function isOfTheSame({ version, feed, correction }: HeldRow, row: JudgedRow): boolean {
  if (row.feed) return feed !== null && filterWithin(row.feed.filter, feed.filter);
  return version === row.version || correction === 'follow';
}

/** Whether issuing takes a look at what else was granted, while nobody else grants. */
export function isBounded({ decision, covering, policy, terms }: Ruling, row: JudgedRow): boolean {
  if (decision.outcome !== 'granted' || covering !== null) return false;
  const { exclusivity, limits } = terms;
  return (
    row.contested ||
    exclusivity !== null ||
    limits.liveAtOnce !== null ||
    policy?.quota !== undefined
  );
}
