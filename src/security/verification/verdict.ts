import type { LicenceClaims } from '../../domain/claims.ts';

/** What a verifier can say of a token; the code is the API and never changes its meaning. */
export type VerdictCode =
  | 'valid'
  | 'too-large'
  | 'malformed'
  | 'duplicate-members'
  | 'wrong-type'
  | 'algorithm-refused'
  | 'critical-header'
  | 'unknown-key'
  | 'signature-invalid'
  | 'wrong-issuer'
  | 'wrong-audience'
  | 'claims-missing'
  | 'claims-invalid'
  | 'not-yet-valid'
  | 'expired'
  | 'revoked'
  | 'suspended'
  | 'superseded'
  | 'article-killed'
  | 'status-unknown';

/** The answer to a token, forged or not. */
export interface Verdict {
  valid: boolean;
  code: VerdictCode;
  /** A sentence for people. */
  reason: string;
  /** The id of the licence that replaces this one. */
  successor?: string;
  /** Present once the signature and the claims have been found good, whatever else is wrong. */
  claims?: LicenceClaims;
}

/** A token turned down before its claims could be believed. */
export function turnDown(code: Exclude<VerdictCode, 'valid'>, reason: string): Verdict {
  return { valid: false, code, reason };
}
