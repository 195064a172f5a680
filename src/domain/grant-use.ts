import { beyondTerms } from './beyond-terms.ts';
import { formatInstant, type Instant } from './instant.ts';
import { opening } from './opening.ts';
import { aboutUse, type Reason } from './reason.ts';
import type { RequestFacts } from './request-facts.ts';
import { sourceOf } from './request-source.ts';
import type { Terms } from './terms.ts';
import { isWorld } from './territories.ts';
import type { AskedUse, GrantedUse } from './use.ts';
import { beginning, isEmptyInterval } from './use-interval.ts';

/** Grants a use as it was asked, or says field by field what is asked beyond the terms. */
export function grantUse(facts: RequestFacts, terms: Terms): GrantedUse | Reason[] {
  const beyond = beyondTerms(facts, terms);
  return beyond.length > 0 ? beyond : resolveUse(facts, facts.use, terms);
}

/**
 * Fills in what a use within the terms leaves open.
 *
 * It begins when it was asked to, when the terms allow it and when the embargo lifts, whichever
 * is last.
 *
 * @param use the asked use, or as much of it as the terms offer
 * @returns reasons when nothing is left of the interval
 */
export function resolveUse(
  facts: RequestFacts,
  use: AskedUse,
  terms: Terms,
): GrantedUse | Reason[] {
  const { now } = facts;
  const source = sourceOf(facts);
  const opens = opening(terms.window, source.published, use.media) ?? now;
  const from = Math.max(beginning(use, now), opens, source.embargoUntil ?? now);
  if (isEmptyInterval(from, use.until)) return [nothingLeft(from, use.until)];
  const left = isWorld(use.territories)
    ? [...terms.excludeTerritories, ...source.excludeTerritories]
    : [];
  return {
    media: use.media,
    territories: use.territories,
    excludeTerritories: [...new Set(left)].sort(),
    languages: use.languages ?? source.languages,
    from,
    until: use.until,
    edits: use.edits,
    images: use.images,
  };
}

function nothingLeft(from: Instant, until: Instant): Reason {
  const message = `A reprint may begin at ${formatInstant(from)}, and the use would have ended by ${formatInstant(until)}.`;
  return aboutUse('until', 'nothing-left', message);
}
