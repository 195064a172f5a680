import type { Context } from '../../context.ts';
import type { LicenceClaims } from '../../domain/claims.ts';
import { DomainError } from '../../domain/errors.ts';
import { signLicence } from '../../security/licence-token.ts';
import { verifyLicence } from '../../verifier/index.ts';
import { heldAgainst } from './verify-licence.ts';

/**
 * Signs claims and reads the token back with our own verifier, as of the instant at which it
 * begins: a licence that we would refuse ourselves never leaves.
 *
 * @throws DomainError `licence-too-large`; Error when the verifier refuses it otherwise, which is
 *   a bug
 */
export async function signChecked(ctx: Context, claims: LicenceClaims): Promise<string> {
  const token = signLicence(claims, ctx.keys.active);
  const options = {
    ...heldAgainst(ctx),
    now: claims.nbf * 1000,
    standing: 'skip',
  } as const;
  const { code, reason } = await verifyLicence(token, options);
  if (code === 'valid') return token;
  if (code === 'too-large') throw new DomainError('licence-too-large', TOO_LARGE);
  throw new Error(`the new licence ${claims.jti} is ${code}: ${reason}`);
}

const TOO_LARGE =
  'Headline, address and footer are together too long for a licence. Shorten the footer template.';
