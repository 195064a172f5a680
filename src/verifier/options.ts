import type { KeyRing } from './keys/key-ring.ts';
import type { Page } from './page/check-page.ts';
import type { FeedArticle, FeedArticleSource } from './page/feed-article.ts';
import type { LicenceProof } from './proof/check-proof.ts';
import type { StandingSource } from './standing.ts';

/** What a token is held against. */
export interface VerifyOptions {
  /** The issuer, exactly as it stands in tokens. */
  issuer: string;
  /** Earlier names of the issuer, whose tokens keep verifying. */
  aliases?: readonly string[] | undefined;
  /** The issuer's keys. */
  keys: KeyRing;
  /** The instant for which the question is asked; 60 s of skew are allowed either way. */
  now: number;
  /** Where the reprint stands: an origin, or the URL of the page; absent: not asked. */
  origin?: string | undefined;
  /** The article that is being reprinted; absent: not asked. */
  articleId?: string | undefined;
  /** For a page with an article of a feed: what the article is, or where that is looked up. */
  feedArticle?: FeedArticle | FeedArticleSource | undefined;
  /**
   * Where the standing is looked up; absent: every genuine licence is answered `status-unknown`.
   * `skip` asks nothing, for whoever has just signed the token.
   */
  standing?: StandingSource | 'skip' | undefined;
  /** What stands at the reprint's place; absent: not asked. */
  page?: Page | undefined;
  /** What shows that the licence stands in the log; absent: not asked. */
  proof?: LicenceProof | undefined;
}
