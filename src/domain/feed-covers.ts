import type { Instant } from './instant.ts';
import { languageWithin } from './languages.ts';
import type { ArticleFacts } from './request-facts.ts';
import { type ArticleConditions, articleMatches } from './rule-conditions.ts';
import { territoryWithin } from './territories.ts';
import type { GrantedUse } from './use.ts';

/** A standing licence, as far as it says which articles it covers. */
export interface FeedHolder {
  outlet: string;
  filter: ArticleConditions;
  /** The beginning of its series. */
  since: Instant;
  use: Pick<GrantedUse, 'territories' | 'excludeTerritories' | 'languages'>;
}

/** An article in its newest version. */
export interface FeedArticle
  extends Pick<ArticleFacts, 'subjects' | 'language' | 'wordCount' | 'publishedAt' | 'rights'> {
  /** When it was first put in. */
  takenInAt: Instant;
}

/**
 * Whether a standing licence covers an article of its publication, by what the two say.
 *
 * The article passes the filter, may be passed on to this outlet without a person's word, and is
 * licensed nowhere that its rights leave out. The filter's age is that at the instant from which the
 * licence could first have taken the article in, so the answer does not change by itself. Whether
 * another outlet has the article to itself only the record knows.
 */
export function feedCovers(holder: FeedHolder, article: FeedArticle): boolean {
  const { filter, since, use } = holder;
  const { rights } = article;
  const judgedAt = Math.max(since, article.takenInAt);
  return (
    rights.reprint === 'allowed' &&
    !rights.excludeOutlets.includes(holder.outlet) &&
    !rights.excludeTerritories.some((code) => reaches(use, code)) &&
    use.languages.some((range) => languageWithin(article.language, range)) &&
    articleMatches(filter, article, judgedAt).every(({ holds }) => holds)
  );
}

function reaches(use: FeedHolder['use'], code: string): boolean {
  return territoryWithin(code, use.territories) && !use.excludeTerritories.includes(code);
}
