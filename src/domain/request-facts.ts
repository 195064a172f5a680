import type { Feed } from './feed.ts';
import type { Instant } from './instant.ts';
import type { AskedUse } from './use.ts';

/** What is known of the outlet that asks. */
export interface OutletFacts {
  id: string;
  /** ISO 3166-1 alpha-2. */
  country: string;
  class: string | null;
  tags: readonly string[];
  /** Whether the house has nothing to do with it for the time being. */
  suspended: boolean;
}

/** What the house itself may pass on, whatever its policy. */
export interface ReprintRights {
  reprint: 'allowed' | 'refer' | 'none';
  /** Ids of outlets that never get this article. */
  excludeOutlets: readonly string[];
  /** ISO 3166-1 alpha-2. */
  excludeTerritories: readonly string[];
  /** For the people who decide; shown beside a refusal or a referral. */
  note: string | null;
}

/** What is known of the article that is asked for. */
export interface ArticleFacts {
  id: string;
  state: 'live' | 'withheld' | 'killed';
  subjects: readonly string[];
  /** BCP 47. */
  language: string;
  wordCount: number;
  publishedAt: Instant;
  /** IANA zone of its publication. */
  timeZone: string;
  embargoUntil: Instant | null;
  rights: ReprintRights;
}

/** What is known of the feed that is asked for. */
export interface FeedFacts extends Feed {
  /** Of its publication; BCP 47. */
  language: string;
}

/** What a request is about: one article, or a feed. */
export type Subject =
  | { article: ArticleFacts; feed?: undefined }
  | { article?: undefined; feed: FeedFacts };

/** Everything a decision rests on; the same facts and policy always decide alike. */
export type RequestFacts = Subject & {
  now: Instant;
  /** When it was asked, for one that has waited for a person; absent: now. */
  askedAt?: Instant;
  outlet: OutletFacts;
  use: AskedUse;
};
