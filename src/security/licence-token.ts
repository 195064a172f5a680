import type { KeyObject } from 'node:crypto';
import jwt from 'jsonwebtoken';
import type { LicenceClaims } from '../domain/claims.ts';
import { ALGORITHM, LICENCE_TYP } from '../verifier/index.ts';

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
    algorithm: ALGORITHM,
    header: { typ: LICENCE_TYP, alg: ALGORITHM, kid: key.kid },
  });
}
