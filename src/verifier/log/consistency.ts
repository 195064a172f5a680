import { timingSafeEqual } from 'node:crypto';
import { nodeHash } from './hash.ts';
import { areHashes, half, upWhileLeft } from './inclusion.ts';

export interface Consistency {
  /** Leaves in the earlier tree and in the later one. */
  sizes: readonly [earlier: number, later: number];
  roots: readonly [earlier: Uint8Array, later: Uint8Array];
  proof: readonly Uint8Array[];
}

/**
 * Whether the later tree begins with the whole of the earlier one (RFC 9162 section 2.1.4.2).
 *
 * Nothing can be proven from a tree without leaves: it is never consistent with anything.
 */
export function provesConsistency({ sizes, roots, proof }: Consistency): boolean {
  const [earlier, later] = sizes;
  if (!sizes.every(Number.isSafeInteger) || earlier < 1 || earlier > later) return false;
  if (earlier === later) return proof.length === 0 && Buffer.compare(...roots) === 0;
  if (!areHashes([...roots, ...proof])) return false;
  if (proof.length === 0) return false;
  return foldsToBoth(sizes, roots, isPowerOfTwo(earlier) ? [roots[0], ...proof] : proof);
}

function foldsToBoth(
  [earlier, later]: Consistency['sizes'],
  roots: Consistency['roots'],
  [first, ...rest]: readonly Uint8Array[],
): boolean {
  if (!first) return false;
  let [from, last] = [earlier - 1, later - 1];
  while (from % 2 === 1) [from, last] = [half(from), half(last)];
  let [old, now]: [Uint8Array, Uint8Array] = [first, first];
  for (const hash of rest) {
    if (last === 0) return false;
    if (from % 2 === 1 || from === last) {
      [old, now] = [nodeHash(hash, old), nodeHash(hash, now)];
      [from, last] = upWhileLeft(from, last);
    } else now = nodeHash(now, hash);
    [from, last] = [half(from), half(last)];
  }
  return last === 0 && timingSafeEqual(old, roots[0]) && timingSafeEqual(now, roots[1]);
}

function isPowerOfTwo(size: number): boolean {
  return Number.isInteger(Math.log2(size));
}
