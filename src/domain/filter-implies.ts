import { languageWithin } from './languages.ts';
import type { ArticleConditions } from './rule-conditions.ts';

type Name = keyof ArticleConditions;

const AGREED: {
  readonly [K in Name]: (filter: ArticleConditions, wanted: ArticleConditions) => boolean;
} = {
  subject: (filter, wanted) => allWithin(filter.subject, wanted.subject, (one, of) => one === of),
  language: (filter, wanted) => allWithin(filter.language, wanted.language, languageWithin),
  maxAgeHours: (filter, wanted) => atMost(filter.maxAgeHours, wanted.maxAgeHours),
  minWords: ({ minWords = 0 }, wanted) => minWords >= (wanted.minWords ?? 0),
  maxWords: (filter, wanted) => atMost(filter.maxWords, wanted.maxWords),
};

/** Whether every article that a filter lets through meets one named condition. */
export function filterImplies(
  filter: ArticleConditions,
  wanted: ArticleConditions,
  name: Name,
): boolean {
  return AGREED[name](filter, wanted);
}

/** Whether one filter lets nothing through that another would not. */
export function filterWithin(filter: ArticleConditions, wider: ArticleConditions): boolean {
  const names: readonly Name[] = ['subject', 'language', 'maxAgeHours', 'minWords', 'maxWords'];
  return names.every((name) => filterImplies(filter, wider, name));
}

/** Each of the values that a list allows has to be one that the other allows too. */
function allWithin(
  list: readonly string[] | undefined,
  wanted: readonly string[] | undefined,
  fits: (one: string, of: string) => boolean,
): boolean {
  if (!wanted) return true;
  if (!list || list.length === 0) return false;
  return list.every((one) => wanted.some((of) => fits(one, of)));
}

function atMost(limit: number | undefined, wanted: number | undefined): boolean {
  return wanted === undefined || (limit !== undefined && limit <= wanted);
}
