import { compactVerify } from 'jose';
import type { RingKey } from '../keys/key-ring.ts';
import { SKEW_MS } from '../times.ts';
import { type Refusal, refuse } from '../verdict.ts';
import { ALGORITHM } from './media-types.ts';

const OPTIONS = { algorithms: [ALGORITHM] };

/** Checks the signature, and nothing that the payload says. Never rejects. */
export async function checkSignature(
  token: string,
  { key }: RingKey,
): Promise<Refusal | undefined> {
  try {
    await compactVerify(token, key, OPTIONS);
    return undefined;
  } catch {
    return refuse('signature-invalid', 'The signature does not match: the token was altered.');
  }
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
