import type { FactsRow } from '../../db/request-facts.ts';
import type { Quota } from '../../domain/bounds.ts';
import { coveredBy, type HeldLicence, wholeAsk } from '../../domain/covered.ts';
import type { Instant } from '../../domain/instant.ts';
import { type Decision, decide, undecidable } from '../../domain/policy.ts';
import { readPolicy } from '../../domain/read-policy.ts';
import { DEFAULT_TERMS, type Terms } from '../../domain/terms.ts';
import { type AskedUse, readUse } from '../../domain/use.ts';
import { requestFacts } from './facts.ts';
import { termsOf } from './offered-terms.ts';

/** What is to be answered, as far as it can be told without counting. */
export interface Ruling {
  decision: Decision;
  quota: Quota | undefined;
  /** Of a grant: what it is under. */
  terms: Terms;
  /** The licence that the outlet holds already and that permits all of it. */
  covering: string | null;
}

/** Holds a request against what the outlet holds, the article's rights and the policy. */
export function rule(now: Instant, row: FactsRow, use: AskedUse): Ruling {
  const facts = requestFacts(now, row, use);
  const read = readPolicy(row.policy ?? { rules: [] });
  const offered = (slug: string) => termsOf(row.terms, slug);
  const decision = Array.isArray(read)
    ? undecidable(read)
    : decide(facts, row.policy === null ? null : read, offered);
  const terms = (decision.termsSlug && offered(decision.termsSlug)) || DEFAULT_TERMS;
  const covering = row.state === 'live' && !row.outletSuspended ? covers() : undefined;
  const quota = Array.isArray(read) ? undefined : read.quota;
  return { decision, quota, terms, covering: covering?.id ?? null };

  function covers() {
    const held = heldLicences(row);
    const asked = coveredBy(wholeAsk(facts), held);
    return asked ?? (decision.granted ? coveredBy(decision.granted, held) : undefined);
  }
}

/** A licence that stays on an older version does not stand for the one that is asked for. */
function heldLicences({ held, version }: FactsRow): HeldLicence[] {
  return held
    .filter((one) => one.version === version || one.correction === 'follow')
    .map(({ id, use }) => ({ id, use: readUse(use) }));
}

/** Whether issuing takes a look at what else was granted, while nobody else grants. */
export function isBounded({ decision, covering, quota, terms }: Ruling, row: FactsRow): boolean {
  if (decision.outcome !== 'granted' || covering !== null) return false;
  const { exclusivity, limits } = terms;
  return row.contested || exclusivity !== null || limits.liveAtOnce !== null || quota !== undefined;
}
