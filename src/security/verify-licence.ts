import type { KeyDeps } from './verification/key-deps.ts';
import type { Verdict } from './verification/verdict.ts';
import { verifySignature } from './verification/verify-signature.ts';
import { type Standing, verifyStanding } from './verification/verify-standing.ts';

/** What a licence is verified against when the record is at hand. */
export interface LicenceDeps extends KeyDeps {
  /** What the record says of a `jti`; undefined when it does not know it. */
  standing(jti: string): Standing | undefined;
}

/**
 * Verifies a licence, whatever the string: the token first, then how the licence stands. The
 * record is asked about genuine tokens only. Never throws.
 */
export function verifyLicence(token: string, deps: LicenceDeps): Verdict {
  const checked = verifySignature(token, deps);
  return checked.ok ? verifyStanding(checked.claims, deps.standing(checked.claims.jti)) : checked;
}
