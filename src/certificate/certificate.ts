import type { Instant } from '../domain/instant.ts';
import type { Sentence } from '../domain/terms-sentences/index.ts';
import type { GrantedUse } from '../domain/use.ts';

/** What a certificate says; all of it stands in the record and in the token. */
export interface Certificate {
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
  article: {
    headline: string;
    byline: string | null;
    language: string;
    version: number;
    publishedAt: Instant;
    canonicalUrl: string;
    integrity: string;
  };
  use: GrantedUse;
  terms: { uri: string; integrity: string; sentences: readonly Sentence[] };
  footer: string;
  printedAt: Instant;
}
