import { createHash } from 'node:crypto';

/** The bytes of every hash in the tree. */
export const HASH_BYTES = 32;

/** The hash of an entry as a leaf (RFC 6962 section 2.1). */
export function leafHash(entry: Uint8Array): Buffer {
  return createHash('sha256').update(LEAF).update(entry).digest();
}

/** The hash over two subtrees (RFC 6962 section 2.1). */
export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  return createHash('sha256').update(NODE).update(left).update(right).digest();
}

/** The root of a tree without leaves (RFC 6962 section 2.1). */
export function emptyRoot(): Buffer {
  return createHash('sha256').digest();
}

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);
