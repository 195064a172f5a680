import type { Context } from '../../context.ts';
import type { LicenceClaims } from '../../domain/claims.ts';
import { DomainError } from '../../domain/errors.ts';
import { signLicence } from '../../security/licence-token.ts';
import { verifySignature } from '../../security/verification/verify-signature.ts';
import { keyDeps } from './verify-licence.ts';

/**
 * Signs claims and reads the token back with our own verifier, as of the instant at which it
 * begins: a licence that we would refuse ourselves never leaves.
 *
 * @throws DomainError `licence-too-large`; Error when the verifier refuses it otherwise, which is
 *   a bug
 */
export function signChecked(ctx: Context, claims: LicenceClaims): string {
  const token = signLicence(claims, ctx.keys.active);
  const checked = verifySignature(token, keyDeps(ctx, { now: claims.nbf * 1000 }));
  if (checked.ok) return token;
  if (checked.code === 'too-large') throw new DomainError('licence-too-large', TOO_LARGE);
  throw new Error(`the new licence ${claims.jti} is ${checked.code}`);
}

const TOO_LARGE =
  'Headline, address and footer are together too long for a licence. Shorten the footer template.';
