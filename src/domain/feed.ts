import type { ArticleConditions } from './rule-conditions.ts';

/** What a standing permission is about: every article of a publication that a filter lets through. */
export interface Feed {
  /** A slug. */
  publication: string;
  /** An empty one lets every article through. */
  filter: ArticleConditions;
}

/** A feed as it is asked for. */
export interface AskedFeed extends Feed {
  /** How many of the newest articles that are there already are to be placed with the grant. */
  backFill?: number | undefined;
}
