import { timingSafeEqual } from 'node:crypto';
import { HASH_BYTES, nodeHash } from './hash.ts';

export interface Inclusion {
  /** Of the leaf, from 0. */
  index: number;
  /** Leaves in the tree. */
  size: number;
  leaf: Uint8Array;
  root: Uint8Array;
  /** Siblings on the way from the leaf to the root. */
  proof: readonly Uint8Array[];
}

/** Whether the leaf stands at that place in the tree with that root (RFC 9162 section 2.1.3.2). */
export function provesInclusion({ index, size, leaf, root, proof }: Inclusion): boolean {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size)) return false;
  if (index < 0 || index >= size || !areHashes([leaf, root, ...proof])) return false;
  let hash = leaf;
  let [from, last] = [index, size - 1];
  for (const sibling of proof) {
    if (last === 0) return false;
    const isRight = from % 2 === 1 || from === last;
    hash = isRight ? nodeHash(sibling, hash) : nodeHash(hash, sibling);
    if (isRight) [from, last] = upWhileLeft(from, last);
    [from, last] = [half(from), half(last)];
  }
  return last === 0 && timingSafeEqual(hash, root);
}

/** Skips the levels at which the last node has no sibling. */
export function upWhileLeft(from: number, last: number): [number, number] {
  let [f, l] = [from, last];
  while (f % 2 === 0 && f !== 0) [f, l] = [half(f), half(l)];
  return [f, l];
}

/** Indices reach 2^53: shifting would cut them at 32 bits. */
export function half(index: number): number {
  return Math.floor(index / 2);
}

export function areHashes(hashes: readonly Uint8Array[]): boolean {
  return hashes.every((hash) => hash.length === HASH_BYTES);
}
