import { createHash } from 'node:crypto';
import { leafHash } from './hash.ts';

/**
 * What the tree holds of an event: the version of this format and SHA-256(salt ‖ payload).
 *
 * The salt keeps what is guessable in a payload from being guessed, so the tree can be public.
 */
export function entryOf(commitment: Uint8Array): Buffer {
  return Buffer.concat([VERSION, commitment]);
}

/** SHA-256(salt ‖ payload). @param payload the exact text that is kept, as UTF-8 */
export function commitmentTo(salt: Uint8Array, payload: string): Buffer {
  return createHash('sha256').update(salt).update(payload, 'utf8').digest();
}

/** The leaf of an event, from what its owner holds. */
export function leafOf(salt: Uint8Array, payload: string): Buffer {
  return leafHash(entryOf(commitmentTo(salt, payload)));
}

const VERSION = Uint8Array.of(1);

/** The bytes of an entry. */
export const ENTRY_BYTES = 33;
