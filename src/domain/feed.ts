import type { ArticleConditions } from './rule-conditions.ts';

/** What a standing permission is about: every article of a publication that a filter lets through. */
export interface Feed {
  /** A slug. */
  publication: string;
  /** An empty one lets every article through. */
  filter: ArticleConditions;
}
