import type { KeyObject } from 'node:crypto';
import jwt from 'jsonwebtoken';
import type { LicenceClaims } from '../../domain/claims.ts';
import { LICENCE_ALGORITHM } from '../licence-token.ts';
import { refuseAudience } from './audience.ts';
import { readClaims } from './claims.ts';
import { keyFor } from './header.ts';
import type { KeyDeps } from './key-deps.ts';
import { readTimes, refuseTimes } from './times.ts';
import { readShape } from './token-shape.ts';
import { turnDown, type Verdict } from './verdict.ts';

/** A token whose claims can be believed; whether the licence still stands is not said yet. */
export interface Genuine {
  ok: true;
  claims: LicenceClaims;
}

/**
 * Verifies everything about a licence that the token itself can show: shape, header, signature,
 * issuer, audience, times, claims, in this order. Asks nobody and never throws.
 *
 * The token as a string is no identity: its last character can be altered without altering the
 * signature. A licence is told by its `jti`.
 */
export function verifySignature(
  token: string,
  deps: KeyDeps,
): Genuine | (Verdict & { ok?: never }) {
  const shape = readShape(token);
  if ('code' in shape) return shape;
  const key = keyFor(shape.header, deps.keys);
  if ('code' in key) return key;
  if (!isSignedBy(token, key)) {
    return turnDown('signature-invalid', 'The signature does not match: the token was altered.');
  }
  return judgeClaims(shape.payload, deps);
}

/** Times are compared elsewhere, because jsonwebtoken takes a token without them as for ever. */
function isSignedBy(token: string, key: KeyObject): boolean {
  try {
    jwt.verify(token, key, {
      algorithms: [LICENCE_ALGORITHM],
      ignoreExpiration: true,
      ignoreNotBefore: true,
    });
    return true;
  } catch {
    return false;
  }
}

function judgeClaims(payload: Record<string, unknown>, deps: KeyDeps): Genuine | Verdict {
  if (![deps.issuer, ...deps.aliases].some((issuer) => issuer === payload.iss)) {
    return turnDown('wrong-issuer', 'Another service issued this licence.');
  }
  const elsewhere = refuseAudience(payload.aud, deps.origin);
  if (elsewhere) return elsewhere;
  const times = readTimes(payload);
  if ('code' in times) return times;
  const untimely = refuseTimes(times, deps.now);
  const claims = readClaims(payload);
  if (untimely) return 'code' in claims ? untimely : { ...untimely, claims };
  if ('code' in claims) return claims;
  if (deps.articleId !== undefined && deps.articleId !== claims.article.id) {
    return { ...turnDown('claims-invalid', 'The licence is for another article.'), claims };
  }
  return { ok: true, claims };
}
