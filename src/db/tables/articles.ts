import type { CodedMessage, DefaultTime, Json, OptionalTime, Time } from './columns.ts';

export interface ArticleRights {
  reprint: 'allowed' | 'refer' | 'none';
  excludeOutlets: readonly string[];
  excludeTerritories: readonly string[];
  note: string | null;
}

export interface ArticleImage {
  url: string;
  caption: string | null;
  credit: string | null;
  alt: string | null;
  reuse: 'yes' | 'withStory' | 'ask' | 'no';
}

/** `withheld`: not to be used until it is released. A kill is for good. */
export type ArticleState = 'live' | 'withheld' | 'killed';

export interface ArticlesTables {
  article: {
    id: string;
    publication: string;
    external_id: string | null;
    version: number;
    state: ArticleState;
    embargo_until: OptionalTime;
    published_at: Time;
    /** Language and script of the newest version; see `readingOf`. */
    reading: string;
    rights: Json<ArticleRights>;
    replaces: string | null;
    withheld_at: OptionalTime;
    withhold_reason: string | null;
    withhold_note: string | null;
    killed_at: OptionalTime;
    kill_reason: string | null;
    kill_note: string | null;
    created_at: DefaultTime;
    updated_at: DefaultTime;
  };
  article_version: {
    article: string;
    version: number;
    headline: string;
    byline: string | null;
    dateline: string | null;
    summary: string | null;
    body: string;
    intake: string;
    integrity: string;
    word_count: number;
    language: string;
    canonical_url: string;
    published_at: Time;
    subjects: Json<string[]>;
    images: Json<ArticleImage[]>;
    notices: Json<CodedMessage[]>;
    latest_heading: string | null;
    correction_note: string | null;
    mandatory: boolean;
    content_hash: string;
    created_at: DefaultTime;
  };
  latest_item: {
    article: string;
    version: number;
    position: number;
    listed: string;
    headline: string;
    summary: string | null;
    url: string;
  };
}
