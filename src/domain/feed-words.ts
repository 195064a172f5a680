import { listing } from './listing.ts';
import type { ArticleConditions } from './rule-conditions.ts';

/** A feed as people read it in a sentence: `every story of Harbour News on ferries, in en`. */
export function feedInWords(publication: string, filter: ArticleConditions): string {
  return [`every story of ${publication}${subjectIn(filter)}`, ...boundsIn(filter)].join(', ');
}

function subjectIn({ subject }: ArticleConditions): string {
  return subject ? ` on ${listing(subject)}` : '';
}

function boundsIn({ language, maxAgeHours, ...words }: ArticleConditions): string[] {
  return [
    ...(language ? [`in ${listing(language)}`] : []),
    ...(maxAgeHours === undefined ? [] : [`at most ${maxAgeHours} hours old`]),
    ...lengthIn(words),
  ];
}

function lengthIn({ minWords, maxWords }: ArticleConditions): string[] {
  if (minWords !== undefined && maxWords !== undefined) return [`${minWords} to ${maxWords} words`];
  if (minWords !== undefined) return [`of ${minWords} words or more`];
  return maxWords === undefined ? [] : [`of ${maxWords} words or fewer`];
}
