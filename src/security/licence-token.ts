import type { KeyObject } from 'node:crypto';
import jwt from 'jsonwebtoken';
import type { LicenceClaims } from '../domain/claims.ts';

/** The media type of a licence, as its header's `typ` (RFC 8725 section 3.11). */
export const LICENCE_TYP = 'reprint-licence+jwt';

/** The one algorithm that signs licences (RFC 7518 section 3.4). */
export const LICENCE_ALGORITHM = 'ES256';

/**
 * Signs a licence as a compact JWS.
 *
 * Times are claims already: jsonwebtoken's own options for them read `"120"` as milliseconds and
 * write a NaN as null. Whatever leaves is therefore verified once by our own verifier.
 *
 * @param key parsed, because a PEM is parsed again for every signature
 */
export function signLicence(
  claims: LicenceClaims,
  key: { kid: string; privateKey: KeyObject },
): string {
  return jwt.sign(claims, key.privateKey, {
    algorithm: LICENCE_ALGORITHM,
    header: { typ: LICENCE_TYP, alg: LICENCE_ALGORITHM, kid: key.kid },
  });
}
