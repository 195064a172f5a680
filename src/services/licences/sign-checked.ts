import type { Context } from '../../context.ts';
import type { LicenceClaims } from '../../domain/claims.ts';
import { signLicence } from '../../security/licence-token.ts';
import { verifySignature } from '../../security/verification/verify-signature.ts';
import { keyDeps } from './verify-licence.ts';

/**
 * Signs claims and reads the token back with our own verifier, as of the instant at which it
 * begins: a licence that we would refuse ourselves never leaves.
 *
 * @throws Error when the verifier refuses it, which is a bug
 */
export function signChecked(ctx: Context, claims: LicenceClaims): string {
  const token = signLicence(claims, ctx.keys.active);
  const checked = verifySignature(token, keyDeps(ctx, { now: claims.nbf * 1000 }));
  if (!checked.ok) throw new Error(`the new licence ${claims.jti} is ${checked.code}`);
  return token;
}
