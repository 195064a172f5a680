import { emptyRoot, nodeHash } from '../../verifier/log/index.ts';

/**
 * A tree that leaves are put to one after the other, in the memory of one hash a level. It shares
 * nothing with the tree that the sequencer grows, so that a fault of either is found by the other.
 */
export interface GrowingTree {
  readonly size: number;
  add(leaf: Uint8Array): void;
  /** The root over the leaves so far (RFC 6962 section 2.1). */
  root(): Buffer;
}

export function growingTree(): GrowingTree {
  /** The roots of full subtrees from the largest to the smallest, no two of one height. */
  const full: { height: number; hash: Uint8Array }[] = [];
  let size = 0;
  return {
    get size() {
      return size;
    },
    add(leaf) {
      size++;
      let added = { height: 0, hash: leaf };
      for (let last = full.at(-1); last?.height === added.height; last = full.at(-1)) {
        full.pop();
        added = { height: added.height + 1, hash: nodeHash(last.hash, added.hash) };
      }
      full.push(added);
    },
    root() {
      const hashes = full.map(({ hash }) => hash);
      const root =
        hashes.length > 0
          ? hashes.reduceRight((right, left) => nodeHash(left, right))
          : emptyRoot();
      return Buffer.from(root);
    },
  };
}
