import type { Instant } from './instant.ts';
import type { Published } from './opening.ts';
import type { Subject } from './request-facts.ts';

/** What of an article or a feed bears on the use that can be made of it. */
export interface Source {
  /** The languages that it is written in; never empty. BCP 47. */
  languages: readonly string[];
  /** ISO 3166-1 alpha-2. */
  excludeTerritories: readonly string[];
  embargoUntil: Instant | null;
  /** Null: what is counted from publication is counted for each article of the feed by itself. */
  published: Published | null;
}

/** What is asked for, as far as its use goes. A feed's articles have rights and embargoes each. */
export function sourceOf({ article, feed }: Subject): Source {
  if (feed) {
    const languages = feed.filter.language ?? [feed.language];
    return { languages, excludeTerritories: [], embargoUntil: null, published: null };
  }
  return {
    languages: [article.language],
    excludeTerritories: article.rights.excludeTerritories,
    embargoUntil: article.embargoUntil,
    published: article,
  };
}
