import { verify } from 'node:crypto';
import type { RingKey } from '../keys/key-ring.ts';
import { SKEW_MS } from '../times.ts';
import { type Refusal, refuse } from '../verdict.ts';

/**
 * Checks an ES256 signature (RFC 7518 section 3.4) over what stands before the last full stop, and
 * nothing that the payload says. Never throws.
 *
 * By Node itself and at once: to hand so little to another thread costs more than the check.
 */
export function refuseSignature(token: string, { key }: RingKey): Refusal | undefined {
  const end = token.lastIndexOf('.');
  const signed = Buffer.from(token.slice(0, end));
  const signature = Buffer.from(token.slice(end + 1), 'base64url');
  if (verify('sha256', signed, { key, dsaEncoding: 'ieee-p1363' }, signature)) return undefined;
  return refuse('signature-invalid', 'The signature does not match: the token was altered.');
}

/**
 * Refuses what a key has signed that may sign no more: all that a compromised key signed, because
 * whoever holds it writes any time into a token, and what a retired key signed after it retired.
 *
 * @param issuedAt the token's `iat`, not checked yet
 */
export function refuseKeyState(key: RingKey, issuedAt: unknown): Refusal | undefined {
  if (key.state === 'compromised') {
    return refuse('key-compromised', 'Somebody else may hold the key that signed this.');
  }
  const { retiredAt } = key;
  const isLate =
    retiredAt !== undefined &&
    typeof issuedAt === 'number' &&
    issuedAt * 1000 > retiredAt + SKEW_MS;
  return isLate
    ? refuse('key-retired', 'The key had ceased to sign before this was signed.')
    : undefined;
}
