import { rightsForbid } from './article-rights.ts';
import {
  beyondTerms,
  forFeeds,
  languageOffered,
  latestEnd,
  offer,
  territoryOffered,
} from './beyond-terms.ts';
import { resolveUse } from './grant-use.ts';
import { aboutUse, type Reason, type UseField } from './reason.ts';
import type { RequestFacts } from './request-facts.ts';
import { sourceOf } from './request-source.ts';
import type { Terms } from './terms.ts';
import { isWorld } from './territories.ts';
import { type AskedUse, EDIT_LEVELS, type GrantedUse, IMAGE_LEVELS, levelWithin } from './use.ts';
import { beginning } from './use-interval.ts';

/**
 * Grants as much of what is asked as the terms and the article's rights offer: how a person's
 * grant differs from a policy's, which refuses what goes beyond.
 *
 * @returns reasons when the article may not be passed on at all, or when nothing is left of a field
 */
export function narrow(facts: RequestFacts, terms: Terms): GrantedUse | Reason[] {
  const forbidden = [...rightsForbid(facts), ...offer(facts, terms), ...forFeeds(facts, terms)];
  if (forbidden.length > 0) return forbidden;
  const use = withinTerms(facts, terms);
  const emptied = emptiedFields(use);
  return emptied.length > 0 ? reasonsFor(emptied, facts, terms) : resolveUse(facts, use, terms);
}

function withinTerms(facts: RequestFacts, terms: Terms): AskedUse {
  const { now, use } = facts;
  const { languages: originals } = sourceOf(facts);
  const asked = use.languages ?? originals;
  return {
    ...use,
    media: use.media.filter((medium) => terms.media.includes(medium)),
    territories: commonTerritories(facts, terms),
    languages: asked.filter((language) => languageOffered(language, terms, originals)),
    until: Math.min(use.until, latestEnd(beginning(use, now), terms)),
    edits: lower(EDIT_LEVELS, use.edits, terms.edits.level),
    images: lower(IMAGE_LEVELS, use.images, terms.images),
  };
}

/** The world within offered codes is those codes; codes within the offered world stay. */
function commonTerritories(facts: RequestFacts, terms: Terms): readonly string[] {
  const { use } = facts;
  const { excludeTerritories } = sourceOf(facts);
  const candidates = isWorld(use.territories) ? terms.territories : use.territories;
  return candidates.filter(
    (territory) => territoryOffered(territory, terms) && !excludeTerritories.includes(territory),
  );
}

function lower<L extends string>(ladder: readonly L[], asked: L, offered: L): L {
  return levelWithin(ladder, asked, offered) ? asked : offered;
}

function emptiedFields(use: AskedUse): UseField[] {
  const lists = { media: use.media, territories: use.territories, languages: use.languages };
  const fields = ['media', 'territories', 'languages'] as const;
  return fields.filter((field) => lists[field]?.length === 0);
}

function reasonsFor(fields: readonly UseField[], facts: RequestFacts, terms: Terms): Reason[] {
  const beyond = beyondTerms(facts, terms);
  return fields.map((field) => {
    const pointer = `#/use/${field}`;
    return beyond.find((reason) => reason.pointer === pointer) ?? leftOut(field);
  });
}

/** The terms offer it, so it is the article's own rights that leave nothing. */
function leftOut(field: UseField): Reason {
  const message = 'The rights of this article leave nothing of what is asked here.';
  return aboutUse(field, 'nothing-offered', message);
}
