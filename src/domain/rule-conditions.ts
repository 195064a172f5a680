import { filterImplies } from './filter-implies.ts';
import { languageWithin } from './languages.ts';
import { listing } from './listing.ts';
import type { Medium } from './media.ts';
import type { ArticleFacts, FeedFacts, OutletFacts, RequestFacts } from './request-facts.ts';
import { sourceOf } from './request-source.ts';
import { territoryWithin } from './territories.ts';
import type { EditLevel, ImageLevel } from './use.ts';
import { beginning, DAY_MS } from './use-interval.ts';

const HOUR_MS = 3_600_000;

type List<T> = readonly T[] | undefined;

/** A list means any of these. */
export interface OutletConditions {
  id?: List<string>;
  country?: List<string>;
  class?: List<string>;
  tag?: List<string>;
}

/** A list means any of these; a language holds its variants. */
export interface ArticleConditions {
  subject?: List<string>;
  language?: List<string>;
  /** Hours since `publishedAt`, at most. */
  maxAgeHours?: number | undefined;
  minWords?: number | undefined;
  maxWords?: number | undefined;
}

/** Every value that is asked must be in the list. */
export interface UseConditions {
  media?: List<Medium>;
  territories?: List<string>;
  languages?: List<string>;
  /** Days of 24 hours from the beginning of the use, at most. */
  maxDays?: number | undefined;
  edits?: List<EditLevel>;
  images?: List<ImageLevel>;
}

/** What a rule is about: every condition that is named must hold. */
export interface Conditions {
  outlet?: OutletConditions | undefined;
  article?: ArticleConditions | undefined;
  use?: UseConditions | undefined;
}

/** What one named condition found. */
export interface Finding {
  holds: boolean;
  /** It may hold for some articles of the feed that is asked for and not for others. */
  varies?: true;
  /** For example `outlet.country is NO, wanted SE, DK`. */
  says: string;
}

type Fits = (actual: string, wanted: string) => boolean;
const same: Fits = (actual, wanted) => actual === wanted;

/** Holds every condition that is named against the facts, in a fixed order. */
export function findings(conditions: Conditions, facts: RequestFacts): Finding[] {
  return [
    ...outletMatches(conditions.outlet ?? {}, facts.outlet),
    ...(facts.feed
      ? feedMatches(conditions.article ?? {}, facts.feed)
      : articleMatches(conditions.article ?? {}, facts.article, facts.now)),
    ...useMatches(conditions.use ?? {}, facts),
  ];
}

function outletMatches(wanted: OutletConditions, outlet: OutletFacts): Finding[] {
  return [
    ...anyOf('outlet.id', wanted.id, [outlet.id]),
    ...anyOf('outlet.country', wanted.country, [outlet.country]),
    ...anyOf('outlet.class', wanted.class, outlet.class === null ? [] : [outlet.class]),
    ...anyOf('outlet.tag', wanted.tag, outlet.tags),
  ];
}

/** What `articleMatches` looks at. */
export type MatchedFacts = Pick<
  ArticleFacts,
  'subjects' | 'language' | 'publishedAt' | 'wordCount'
>;

/** Holds conditions against one article, whose age is that at `now`. */
export function articleMatches(
  wanted: ArticleConditions,
  article: MatchedFacts,
  now: number,
): Finding[] {
  const ageHours = (now - article.publishedAt) / HOUR_MS;
  const words = article.wordCount;
  return [
    ...anyOf('article.subject', wanted.subject, article.subjects),
    ...anyOf('article.language', wanted.language, [article.language], languageWithin),
    ...atMost('the age of the article in hours', ageHours, wanted.maxAgeHours),
    ...atLeast('article.wordCount', words, wanted.minWords),
    ...atMost('article.wordCount', words, wanted.maxWords),
  ];
}

/** What is asked of an article holds for a feed where its filter lets nothing else through. */
function feedMatches(wanted: ArticleConditions, { filter }: FeedFacts): Finding[] {
  const names = CONDITION_NAMES.filter((name) => wanted[name] !== undefined);
  return names.map((name) => {
    const says = `the feed's ${name} is ${valuesOf(filter[name]) || 'not set'}, wanted ${valuesOf(wanted[name])}`;
    return filterImplies(filter, wanted, name)
      ? { holds: true, says }
      : { holds: false, varies: true, says };
  });
}

const CONDITION_NAMES = ['subject', 'language', 'maxAgeHours', 'minWords', 'maxWords'] as const;

function valuesOf(condition: ArticleConditions[keyof ArticleConditions]): string {
  if (condition === undefined) return '';
  return typeof condition === 'number' ? String(condition) : listing(condition);
}

function useMatches(wanted: UseConditions, facts: RequestFacts): Finding[] {
  const { now, use } = facts;
  const days = (use.until - beginning(use, now)) / DAY_MS;
  const inTerritories: Fits = (asked, list) => territoryWithin(asked, [list]);
  const languages = use.languages ?? sourceOf(facts).languages;
  return [
    ...allOf('use.media', wanted.media, use.media),
    ...allOf('use.territories', wanted.territories, use.territories, inTerritories),
    ...allOf('use.languages', wanted.languages, languages, languageWithin),
    ...atMost('the length of the use in days', days, wanted.maxDays),
    ...allOf('use.edits', wanted.edits, [use.edits]),
    ...allOf('use.images', wanted.images, [use.images]),
  ];
}

function anyOf(name: string, wanted: List<string>, actual: readonly string[], fits = same) {
  if (!wanted) return [];
  const holds = actual.some((value) => wanted.some((one) => fits(value, one)));
  return [compared(name, holds, actual, wanted)];
}

function allOf(name: string, wanted: List<string>, asked: readonly string[], fits = same) {
  if (!wanted) return [];
  const holds = asked.every((value) => wanted.some((one) => fits(value, one)));
  return [compared(name, holds, asked, wanted)];
}

function compared(name: string, holds: boolean, is: readonly string[], wanted: readonly string[]) {
  return { holds, says: `${name} is ${listing(is) || 'not set'}, wanted ${listing(wanted)}` };
}

function atMost(name: string, actual: number, limit: number | undefined): Finding[] {
  if (limit === undefined) return [];
  return [{ holds: actual <= limit, says: `${name} is ${rounded(actual)}, at most ${limit}` }];
}

function atLeast(name: string, actual: number, limit: number | undefined): Finding[] {
  if (limit === undefined) return [];
  return [{ holds: actual >= limit, says: `${name} is ${rounded(actual)}, at least ${limit}` }];
}

function rounded(value: number): string {
  return String(Math.round(value * 100) / 100);
}
