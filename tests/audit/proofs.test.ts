import fc from 'fast-check';
import { type Edge, growTree, rootOfEdge, type Subtree } from '../../src/audit/grow-tree.ts';
import { keyOf, rangeHash, type Tiles, tilesUnder } from '../../src/audit/range-hash.ts';
import { consistencyRanges, inclusionRanges, type Range } from '../../src/audit/ranges.ts';
import {
  emptyRoot,
  leafHash,
  provesConsistency,
  provesInclusion,
} from '../../src/verifier/log/index.ts';
import { readVectors } from '../support/read-vectors.ts';

const SIZE = 66_000;
const leaves = Array.from({ length: SIZE }, (_, i) => leafHash(Buffer.from(String(i))));
const whole = growTree(0, [], leaves);
const tiles = tilesOf(leaves, whole.subtrees);
const rootAt = (size: number) => rangeHash([0, size], tiles);
const hashes = (ranges: readonly Range[]) => ranges.map((range) => rangeHash(range, tiles));

function tilesOf(row: readonly Buffer[], subtrees: readonly Subtree[]): Tiles {
  const byKey = new Map<string, Buffer[]>();
  const all = [...row.map((hash, index) => ({ level: 0, index, hash })), ...subtrees];
  for (const { level, index, hash } of all) {
    const key = keyOf({ level, index: Math.floor(index / 256) });
    byKey.set(key, [...(byKey.get(key) ?? []), hash]);
  }
  return (tile) => byKey.get(keyOf(tile));
}

const { leavesHex, rootsHexBySize } = readVectors<{
  leavesHex: string[];
  rootsHexBySize: string[];
}>('merkle-rfc6962');

test.each(rootsHexBySize.map((root, size) => ({ root, size })))(
  'the root over $size leaves is the published one, grown at once or leaf by leaf',
  ({ root, size }) => {
    const some = leavesHex.slice(0, size).map((leaf) => leafHash(Buffer.from(leaf, 'hex')));
    const atOnce = growTree(0, [], some);
    let edge: Edge = [];
    for (const [i, leaf] of some.entries()) edge = growTree(i, edge, [leaf]).edge;
    for (const grown of [atOnce.edge, edge]) expect(rootOfEdge(grown).toString('hex')).toBe(root);
    expect(rangeHash([0, size], tilesOf(some, [])).toString('hex')).toBe(root);
  },
);

test('a tree without leaves has a root', () => {
  expect(rootOfEdge([])).toEqual(emptyRoot());
});

const size = fc.oneof(
  fc.integer({ min: 1, max: SIZE }),
  fc.constantFrom(1, 2, 255, 256, 257, 511, 512, 65_535, 65_536, 65_537, SIZE),
);

test('a tree has one root, however its leaves came', () => {
  const pair = fc.tuple(size, size).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
  fc.assert(
    fc.property(pair, ([first, second]) => {
      const one = growTree(0, [], leaves.slice(0, first));
      const two = growTree(first, one.edge, leaves.slice(first, second));
      expect(two.size).toBe(second);
      expect(rootOfEdge(one.edge)).toEqual(rootAt(first));
      expect(rootOfEdge(two.edge)).toEqual(rootAt(second));
      expect([...one.subtrees, ...two.subtrees]).toEqual(
        growTree(0, [], leaves.slice(0, second)).subtrees,
      );
    }),
    { numRuns: 10 },
  );
});

test('every leaf is proven to be in every tree that has it, and no other leaf', () => {
  const place = size.chain((n) => fc.tuple(fc.integer({ min: 0, max: n - 1 }), fc.constant(n)));
  fc.assert(
    fc.property(place, ([index, n]) => {
      const proof = hashes(inclusionRanges(index, n));
      const leaf = leaves[index] ?? Buffer.of();
      const told = { index, size: n, leaf, root: rootAt(n), proof };
      expect(provesInclusion(told)).toBe(true);
      expect(provesInclusion({ ...told, leaf: leafHash(leaf) })).toBe(false);
      expect(provesInclusion({ ...told, root: leaf })).toBe(n === 1);
      expect(provesInclusion({ ...told, proof: [...proof, leaf] })).toBe(false);
    }),
    { numRuns: 200 },
  );
});

test('every tree is proven to begin with every earlier one', () => {
  const pair = fc.tuple(size, size).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
  fc.assert(
    fc.property(pair, ([earlier, later]) => {
      const roots = [rootAt(earlier), rootAt(later)] as const;
      const proof = hashes(consistencyRanges(earlier, later));
      expect(provesConsistency({ sizes: [earlier, later], roots, proof })).toBe(true);
      const other = [leafHash(roots[0]), roots[1]] as const;
      expect(provesConsistency({ sizes: [earlier, later], roots: other, proof })).toBe(false);
    }),
    { numRuns: 200 },
  );
});

test('a proof is made from few tiles, and only from what the tree has', () => {
  const ranges = inclusionRanges(0, SIZE);
  expect(tilesUnder(ranges).length).toBeLessThanOrEqual(5);
  expect(() => rangeHash([0, SIZE], () => undefined)).toThrow(RangeError);
});

test.each([
  [5, 5],
  [-1, 5],
  [Number.NaN, 5],
])('there is no proof of leaf %d among %d', (index, n) => {
  expect(() => inclusionRanges(index, n)).toThrow(RangeError);
});

test.each([
  [0, 5],
  [6, 5],
])('there is no proof that %d leaves begin %d', (earlier, later) => {
  expect(() => consistencyRanges(earlier, later)).toThrow(RangeError);
});
