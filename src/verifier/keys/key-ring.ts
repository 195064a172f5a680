import { createPublicKey, type KeyObject } from 'node:crypto';
import { calculateJwkThumbprint, type JWK } from 'jose';
import { ALGORITHM } from '../token/media-types.ts';
import type { VerifierKey } from './verifier-key.ts';

/** A key ready to verify tokens with. */
export interface RingKey extends VerifierKey {
  key: KeyObject;
}

/** Keys that tokens, and proofs of the log, are held against. */
export interface KeyRing {
  /** By `kid`, which is each key's own thumbprint. */
  keys: ReadonlyMap<string, RingKey>;
  /** Keys that sign the log's checkpoints (Ed25519); those that were compromised are not among them. */
  log: readonly KeyObject[];
  /** Why a key that was offered is not among them, by the `kid` that it claimed. */
  left: ReadonlyMap<string, string>;
}

/**
 * Prepares keys, once for any number of tokens.
 *
 * A key's name is recomputed (RFC 7638): one that bears another's name is left out, as is a name
 * that stands twice and a key that signs with another algorithm than ours. Never throws.
 */
export async function openKeyRing(offered: readonly VerifierKey[]): Promise<KeyRing> {
  const keys = new Map<string, RingKey>();
  const log = new Map<string, KeyObject>();
  const left = new Map<string, string>();
  for (const one of offered) {
    const kid = String(one.jwk.kid);
    const opened = await openKey(one, kid);
    if (keys.delete(kid) || log.delete(kid) || left.has(kid))
      left.set(kid, 'It stands there twice.');
    else if (typeof opened === 'string') left.set(kid, opened);
    else if ('key' in opened) keys.set(kid, opened);
    else log.set(kid, opened.logKey);
  }
  return { keys, log: [...log.values()], left };
}

type Opened = RingKey | { logKey: KeyObject };

async function openKey(offered: VerifierKey, kid: string): Promise<Opened | string> {
  const { kty, crv, x, y, use } = offered.jwk;
  if (use !== undefined && use !== 'sig') return 'It is not for signatures.';
  const isLog = kty === 'OKP' && crv === 'Ed25519';
  if (!isLog && !isForTokens(offered)) return `It does not sign licences with ${ALGORITHM}.`;
  if (isLog && offered.state === 'compromised') return 'Somebody else may hold it.';
  // Only the public members: a key that came with its private one must verify all the same.
  const jwk = (isLog ? { kty, crv, x } : { kty, crv, x, y }) as JWK;
  try {
    if ((await calculateJwkThumbprint(jwk)) !== kid) return 'Its name is not its thumbprint.';
    const key = createPublicKey({ key: jwk, format: 'jwk' });
    return isLog ? { logKey: key } : { ...offered, key };
  } catch {
    return 'It is no point of its curve.';
  }
}

function isForTokens({
  jwk: { kty, crv, alg = ALGORITHM, purpose = 'licence' },
}: VerifierKey): boolean {
  return kty === 'EC' && crv === 'P-256' && alg === ALGORITHM && purpose === 'licence';
}
