import type { Instant } from './instant.ts';
import { languageWithin } from './languages.ts';
import type { RequestFacts } from './request-facts.ts';
import { sourceOf } from './request-source.ts';
import { isWorld, territoryWithin } from './territories.ts';
import { EDIT_LEVELS, type GrantedUse, IMAGE_LEVELS, levelWithin } from './use.ts';
import { beginning } from './use-interval.ts';

/** A licence of the asking outlet for what is asked, in force now. */
export interface HeldLicence {
  id: string;
  use: GrantedUse;
}

/** What is asked, taken as if it were granted whole; it begins when the embargo lets it. */
export function wholeAsk(facts: RequestFacts): GrantedUse {
  const { now, use } = facts;
  const { languages, excludeTerritories, embargoUntil } = sourceOf(facts);
  return {
    ...use,
    excludeTerritories: isWorld(use.territories) ? excludeTerritories : [],
    languages: use.languages ?? languages,
    from: Math.max(beginning(use, now), embargoUntil ?? now),
  };
}

/**
 * The licence that already permits every part of a use: nothing has to be issued for it. The one
 * that lasts longest, where several do.
 */
export function coveredBy(use: GrantedUse, held: readonly HeldLicence[]): HeldLicence | undefined {
  const covering = held.filter((licence) => covers(licence.use, use));
  return covering.sort((a, b) => b.use.until - a.use.until)[0];
}

function covers(held: GrantedUse, use: GrantedUse): boolean {
  return (
    use.media.every((medium) => held.media.includes(medium)) &&
    coversTerritories(held, use) &&
    use.languages.every((asked) => held.languages.some((range) => languageWithin(asked, range))) &&
    held.from <= wholeSecond(use.from, Math.ceil) &&
    held.until >= wholeSecond(use.until, Math.floor) &&
    levelWithin(EDIT_LEVELS, use.edits, held.edits) &&
    levelWithin(IMAGE_LEVELS, use.images, held.images)
  );
}

/** The world without some is held by the world without no others. */
function coversTerritories(held: GrantedUse, use: GrantedUse): boolean {
  const { territories, excludeTerritories } = held;
  if (isWorld(use.territories)) {
    return (
      isWorld(territories) &&
      excludeTerritories.every((code) => use.excludeTerritories.includes(code))
    );
  }
  return use.territories.every(
    (code) => territoryWithin(code, territories) && !excludeTerritories.includes(code),
  );
}

/** A licence tells time in whole seconds (RFC 7519, section 2), and so begins and ends with one. */
function wholeSecond(instant: Instant, round: (seconds: number) => number): Instant {
  return round(instant / 1000) * 1000;
}
