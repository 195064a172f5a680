import type { RequestFacts } from '../../src/domain/request-facts.ts';
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

type Changes = {
  outlet?: Partial<RequestFacts['outlet']>;
  article?: Partial<RequestFacts['article']>;
  rights?: Partial<RequestFacts['article']['rights']>;
  use?: Partial<AskedUse>;
};

/** A request of a Norwegian daily for a live article of 700 words, ten hours old. */
export function sampleFacts({ outlet, article, rights, use }: Changes = {}): RequestFacts {
  return {
    now: NOW,
    outlet: {
      id: 'outlet-1',
      country: 'NO',
      class: 'daily',
      tags: ['north', 'trusted'],
      suspended: false,
      ...outlet,
    },
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
