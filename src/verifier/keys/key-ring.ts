import { type CryptoKey, calculateJwkThumbprint, importJWK, type JWK } from 'jose';
import { ALGORITHM } from '../token/media-types.ts';
import type { VerifierKey } from './verifier-key.ts';

/** A key ready to verify with. */
export interface RingKey extends VerifierKey {
  key: CryptoKey;
}

/** Keys that tokens are held against. */
export interface KeyRing {
  /** By `kid`, which is each key's own thumbprint. */
  keys: ReadonlyMap<string, RingKey>;
  /** Why a key that was offered is not among them, by the `kid` that it claimed. */
  left: ReadonlyMap<string, string>;
}

/**
 * Prepares keys, once for any number of tokens.
 *
 * A key's name is recomputed (RFC 7638): one that bears another's name is left out, as is a name
 * that stands twice and a key that does not sign with ES256. Never throws.
 */
export async function openKeyRing(offered: readonly VerifierKey[]): Promise<KeyRing> {
  const keys = new Map<string, RingKey>();
  const left = new Map<string, string>();
  for (const one of offered) {
    const kid = String(one.jwk.kid);
    if (keys.delete(kid) || left.has(kid)) left.set(kid, 'The keys name it twice.');
    else {
      const opened = await openKey(one, kid);
      if (typeof opened === 'string') left.set(kid, opened);
      else keys.set(kid, opened);
    }
  }
  return { keys, left };
}

async function openKey(offered: VerifierKey, kid: string): Promise<RingKey | string> {
  const { kty, crv, x, y, use, alg, purpose } = offered.jwk;
  if (kty !== 'EC' || crv !== 'P-256' || (alg !== undefined && alg !== ALGORITHM)) {
    return `It does not sign with ${ALGORITHM}.`;
  }
  if (use !== undefined && use !== 'sig') return 'It is not for signatures.';
  if (purpose !== undefined && purpose !== 'licence') return 'It does not sign licences.';
  // Only the public members: a key that came with its private one must verify all the same.
  const jwk = { kty, crv, x, y } as JWK;
  try {
    if ((await calculateJwkThumbprint(jwk)) !== kid) return 'Its name is not its thumbprint.';
    return { ...offered, key: (await importJWK(jwk, ALGORITHM)) as CryptoKey };
  } catch {
    return 'It is no point of the curve.';
  }
}
