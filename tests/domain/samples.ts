import type {
  ArticleFacts,
  OutletFacts,
  ReprintRights,
  RequestFacts,
} from '../../src/domain/request-facts.ts';
import type { ArticleConditions } from '../../src/domain/rule-conditions.ts';
import type { AskedUse } from '../../src/domain/use.ts';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
export const NOW = Date.UTC(2026, 2, 1, 6);

/** A plain ask that `DEFAULT_TERMS` grant: thirty days on the web in Norway. */
export const ASKED: AskedUse = {
  media: ['web'],
  territories: ['NO'],
  until: NOW + 30 * DAY,
  edits: 'none',
  images: 'none',
};

const OUTLET: OutletFacts = {
  id: 'outlet-1',
  country: 'NO',
  class: 'daily',
  tags: ['north', 'trusted'],
  suspended: false,
};

type Changes = {
  outlet?: Partial<OutletFacts>;
  article?: Partial<ArticleFacts>;
  rights?: Partial<ReprintRights>;
  use?: Partial<AskedUse>;
};

/** A request of a Norwegian daily for a live article of 700 words, ten hours old. */
export function sampleFacts({ outlet, article, rights, use }: Changes = {}): RequestFacts {
  return {
    now: NOW,
    outlet: { ...OUTLET, ...outlet },
    article: {
      id: 'article-1',
      state: 'live',
      subjects: ['harbours', 'weather'],
      language: 'en-GB',
      wordCount: 700,
      publishedAt: NOW - 10 * HOUR,
      timeZone: 'Europe/Oslo',
      embargoUntil: null,
      ...article,
      rights: {
        reprint: 'allowed',
        excludeOutlets: [],
        excludeTerritories: [],
        note: null,
        ...rights,
      },
    },
    use: { ...ASKED, ...use },
  };
}

/** A request of the same daily for the feed of an English publication, as far as a filter goes. */
export function sampleFeedFacts(
  filter: ArticleConditions = {},
  { outlet, use }: Pick<Changes, 'outlet' | 'use'> = {},
): RequestFacts {
  return {
    now: NOW,
    outlet: { ...OUTLET, ...outlet },
    feed: { publication: 'harbour', filter, language: 'en' },
    use: { ...ASKED, ...use },
  };
}
