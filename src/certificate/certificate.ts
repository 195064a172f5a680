import type { Instant } from '../domain/instant.ts';
import type { Sentence } from '../domain/terms-sentences/index.ts';
import type { GrantedUse } from '../domain/use.ts';

/** What a certificate is about: one article, or a feed. */
export type Certified =
  | {
      article: {
        headline: string;
        byline: string | null;
        language: string;
        version: number;
        publishedAt: Instant;
        canonicalUrl: string;
        integrity: string;
      };
      feed?: undefined;
    }
  | {
      article?: undefined;
      feed: {
        /** `every story of Harbour News on ferries`. */
        words: string;
        /** Where the publication appears. */
        url: string;
        since: Instant;
      };
    };

/** What a certificate says; all of it stands in the record and in the token. */
export type Certificate = Certified & {
  licence: {
    id: string;
    issuedAt: Instant;
    /** Thumbprint of the key that signed it. */
    kid: string;
    /** The transparency log that holds it. */
    log: string;
  };
  /** The public page of the licence, which the code in the corner leads to. */
  verifyUrl: string;
  publication: { name: string; copyrightHolder: string };
  outlet: { name: string; origins: readonly string[] };
  use: GrantedUse;
  terms: { uri: string; integrity: string; sentences: readonly Sentence[] };
  /** Of a feed, the template of each article's. */
  footer: string;
  printedAt: Instant;
};
