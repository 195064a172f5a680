/** Leaves of one subtree: from the first, to the one after the last. */
export type Range = readonly [from: number, to: number];

/**
 * The subtrees whose hashes lead from a leaf to the root (RFC 9162 section 2.1.3.1).
 *
 * @throws RangeError where there is no such leaf
 */
export function inclusionRanges(index: number, size: number): Range[] {
  if (!(index >= 0 && index < size)) throw new RangeError(`no leaf ${index} among ${size}`);
  return pathTo(index, [0, size]);
}

function pathTo(index: number, [from, to]: Range): Range[] {
  if (to - from === 1) return [];
  const middle = from + splitOf(to - from);
  if (index < middle) return [...pathTo(index, [from, middle]), [middle, to]];
  return [...pathTo(index, [middle, to]), [from, middle]];
}

/**
 * The subtrees whose hashes show that the later tree begins with the earlier one (RFC 9162
 * section 2.1.4.1).
 *
 * @throws RangeError where the earlier tree is not within the later one, or has no leaf
 */
export function consistencyRanges(earlier: number, later: number): Range[] {
  if (!(earlier > 0 && earlier <= later)) {
    throw new RangeError(`${earlier} leaves are not the beginning of ${later}`);
  }
  return beginning(earlier, [0, later], true);
}

/** @param known whether who checks knows the hash of exactly these leaves already */
function beginning(size: number, [from, to]: Range, known: boolean): Range[] {
  if (from + size === to) return known ? [] : [[from, to]];
  const middle = from + splitOf(to - from);
  if (from + size <= middle) return [...beginning(size, [from, middle], known), [middle, to]];
  return [...beginning(from + size - middle, [middle, to], false), [from, middle]];
}

/** The largest power of two that is smaller. */
function splitOf(size: number): number {
  let split = 1;
  while (split * 2 < size) split *= 2;
  return split;
}
