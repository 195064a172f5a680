import type { LicenceClaims } from './claims/claims.ts';
import type { PageFinding } from './page/check-page.ts';

/** Every answer that a verifier can give; a code is API and never changes its meaning. */
export const VERDICT_CODES = [
  'valid',
  'malformed',
  'too-large',
  'duplicate-members',
  'wrong-type',
  'algorithm-refused',
  'critical-header',
  'unknown-key',
  'key-retired',
  'key-compromised',
  'signature-invalid',
  'wrong-issuer',
  'wrong-audience',
  'claims-missing',
  'claims-invalid',
  'terms-disagree',
  'not-yet-valid',
  'expired',
  'revoked',
  'suspended',
  'superseded',
  'article-killed',
  'outlet-suspended',
  'status-unknown',
  'body-altered',
  'footer-altered',
  'proof-invalid',
] as const;

export type VerdictCode = (typeof VERDICT_CODES)[number];

/** Why a token is not valid. */
export interface Refusal {
  code: Exclude<VerdictCode, 'valid'>;
  /** A sentence for people. */
  reason: string;
  /** The id of the licence that replaces this one. */
  successor?: string;
}

/** The answer to a token, forged or not. */
export interface Verdict {
  valid: boolean;
  code: VerdictCode;
  /** A sentence for people. */
  reason: string;
  /** The instant for which the answer holds, in epoch milliseconds. */
  asOf: number;
  /** The instant for which the status is known, where it is another one, in epoch milliseconds. */
  statusAsOf?: number;
  /** The id of the licence that replaces this one. */
  successor?: string;
  /**
   * Of a feed alone: whether it was told that the feed covers the article. `unjudged` without an
   * `articleId`, and where nobody knows more of the article than its id.
   */
  article?: 'covered' | 'unjudged';
  /** What was found of the page, where one was given. */
  page?: PageFinding;
  /** Whether the log was shown to hold the licence, where a proof was given. */
  logged?: true;
  /** Present once the signature and the claims have been found good, whatever else is wrong. */
  claims?: LicenceClaims;
}

/** Turns something down with a code and a sentence. */
export function refuse(code: Refusal['code'], reason: string): Refusal {
  return { code, reason };
}
