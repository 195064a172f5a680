import { formatInstant } from './instant.ts';
import { languageWithin, readingOf } from './languages.ts';
import { listing } from './listing.ts';
import { offerEnd } from './opening.ts';
import { publicLicenceOf } from './public-terms.ts';
import { aboutUse, type Reason } from './reason.ts';
import type { RequestFacts } from './request-facts.ts';
import { sourceOf } from './request-source.ts';
import type { Terms } from './terms.ts';
import { territoryWithin } from './territories.ts';
import { EDIT_LEVELS, IMAGE_LEVELS, levelWithin } from './use.ts';
import { beginning, DAY_MS } from './use-interval.ts';

type Check = (facts: RequestFacts, terms: Terms) => Reason[];

const CHECKS: readonly Check[] = [
  offer,
  forFeeds,
  media,
  territories,
  languages,
  until,
  edits,
  images,
];

/** What is asked beyond the terms: one reason per field, each naming what is on offer. */
export function beyondTerms(facts: RequestFacts, terms: Terms): Reason[] {
  return CHECKS.flatMap((check) => check(facts, terms));
}

/** Why the article may no longer be asked for at all; empty while it may. */
export function offer({ article, askedAt, now }: RequestFacts, terms: Terms): Reason[] {
  const end = article ? offerEnd(terms.window, article) : null;
  if (end === null || (askedAt ?? now) < end) return [];
  const message = `This article was on offer for ${terms.window.offerDays} days: until ${formatInstant(end)}.`;
  return [{ code: 'offer-closed', message }];
}

/** Why terms cannot be those of a feed, whose articles are others every day; empty: they can. */
export function forFeeds({ feed }: RequestFacts, terms: Terms): Reason[] {
  if (!feed) return [];
  return [
    ...(terms.exclusivity ? [EXCLUSIVE] : []),
    ...(terms.onCorrection === 'fixed' ? [FIXED] : []),
  ];
}

const EXCLUSIVE: Reason = {
  code: 'feed-not-exclusive',
  message:
    'These terms give an outlet an article to itself, which is granted article by article and not for a feed.',
};
const FIXED: Reason = {
  code: 'feed-not-fixed',
  message:
    'These terms keep to one version of an article, and a feed always has the newest: ask for the article itself.',
};

function media({ use }: RequestFacts, terms: Terms): Reason[] {
  const beyond = use.media.filter((medium) => !terms.media.includes(medium));
  if (beyond.length === 0) return [];
  const message = `Not on offer for ${listing(beyond)}, only for ${listing(terms.media)}.`;
  return [aboutUse('media', 'media-not-offered', message)];
}

function territories({ use }: RequestFacts, terms: Terms): Reason[] {
  const beyond = use.territories.filter((territory) => !territoryOffered(territory, terms));
  if (beyond.length === 0) return [];
  const message = `Not on offer in ${listing(beyond)}, only in ${offeredTerritories(terms)}.`;
  return [aboutUse('territories', 'territories-not-offered', message)];
}

/** Whether the terms offer a territory; the world is offered even where some are left out of it. */
export function territoryOffered(territory: string, terms: Terms): boolean {
  return (
    territoryWithin(territory, terms.territories) && !terms.excludeTerritories.includes(territory)
  );
}

function offeredTerritories({ territories: offered, excludeTerritories: except }: Terms): string {
  return except.length === 0 ? listing(offered) : `${listing(offered)} except ${listing(except)}`;
}

function languages(facts: RequestFacts, terms: Terms): Reason[] {
  const originals = sourceOf(facts).languages;
  const asked = facts.use.languages ?? originals;
  const beyond = asked.filter((language) => !languageNamed(language, terms, originals));
  if (beyond.length === 0) return translations(facts, asked, terms);
  const offered = listing(terms.languages ?? originals);
  const message = `Not on offer in the language ${listing(beyond)}, only in ${offered}.`;
  return [aboutUse('languages', 'languages-not-offered', message)];
}

function translations(facts: RequestFacts, asked: readonly string[], terms: Terms): Reason[] {
  const originals = sourceOf(facts).languages;
  const beyond = asked.filter((language) => !languageOffered(language, terms, originals));
  if (beyond.length === 0) return [];
  const message = `The ${facts.feed ? 'feed' : 'article'} is in ${listing(originals)}, and translations are not on offer: not into ${listing(beyond)}.`;
  return [aboutUse('languages', 'translation-not-offered', message)];
}

/** Whether the terms offer a language for what is written in `originals`. */
export function languageOffered(
  language: string,
  terms: Terms,
  originals: readonly string[],
): boolean {
  const isTranslation = !originals.some((one) => readingOf(one) === readingOf(language));
  return (
    languageNamed(language, terms, originals) && !(isTranslation && terms.translation === 'none')
  );
}

/** A public licence holds for every language. */
function languageNamed(language: string, terms: Terms, originals: readonly string[]): boolean {
  if (publicLicenceOf(terms) !== null) return true;
  return (terms.languages ?? originals).some((range) => languageWithin(language, range));
}

function until({ now, use }: RequestFacts, terms: Terms): Reason[] {
  const latest = latestEnd(beginning(use, now), terms);
  if (use.until <= latest) return [];
  const message = `On offer for at most ${terms.window.maxDays} days: until ${formatInstant(latest)}.`;
  return [aboutUse('until', 'too-long', message)];
}

/** The last `until` that the terms offer to a use beginning at `from`. */
export function latestEnd(from: number, terms: Terms): number {
  return from + terms.window.maxDays * DAY_MS;
}

function edits({ use }: RequestFacts, terms: Terms): Reason[] {
  const offered = terms.edits.level;
  if (levelWithin(EDIT_LEVELS, use.edits, offered)) return [];
  const message = `Edits of the kind "${use.edits}" are not on offer; the most is "${offered}".`;
  return [aboutUse('edits', 'edits-not-offered', message)];
}

function images({ use }: RequestFacts, terms: Terms): Reason[] {
  if (levelWithin(IMAGE_LEVELS, use.images, terms.images)) return [];
  const message = `Images "${use.images}" are not on offer; the most is "${terms.images}".`;
  return [aboutUse('images', 'images-not-offered', message)];
}
