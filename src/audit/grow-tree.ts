import { emptyRoot } from '../verifier/log/index.ts';
import { joinAll, joinRight } from './range-hash.ts';
import { TILE_WIDTH } from './tile.ts';

/** The right edge of a tree: by level, the hashes of its last tile while that is not full. */
export type Edge = readonly (readonly Buffer[])[];

/** A full subtree over 256^level leaves. */
export interface Subtree {
  level: number;
  index: number;
  hash: Buffer;
}

export interface Growth {
  size: number;
  edge: Edge;
  /** Those that became full. */
  subtrees: Subtree[];
}

/** Appends leaves to a tree of which only the right edge is known. */
export function growTree(size: number, edge: Edge, leaves: readonly Buffer[]): Growth {
  const rows = edge.map((row) => [...row]);
  const subtrees: Subtree[] = [];
  let grown = size;
  for (const leaf of leaves) {
    grown += 1;
    fillRows(rows, leaf, grown, subtrees);
  }
  return { size: grown, edge: rows, subtrees };
}

/** A tree's root from its right edge. */
export function rootOfEdge(edge: Edge): Buffer {
  const hashes = edge.flatMap((row) => halvesOf(row).reverse()).reverse();
  return hashes.length === 0 ? emptyRoot() : joinRight(hashes);
}

function fillRows(rows: Buffer[][], leaf: Buffer, size: number, subtrees: Subtree[]): void {
  let hash = leaf;
  for (let level = 0; ; level++) {
    const row = rows[level] ?? [];
    row.push(hash);
    rows[level] = row;
    if (row.length < TILE_WIDTH) return;
    hash = joinAll(row);
    rows[level] = [];
    const index = size / TILE_WIDTH ** (level + 1) - 1;
    subtrees.push({ level: level + 1, index, hash });
  }
}

/** A row as full subtrees: the largest first. */
function halvesOf(row: readonly Buffer[]): Buffer[] {
  const hashes: Buffer[] = [];
  for (let at = 0; at < row.length; ) {
    const count = 2 ** Math.floor(Math.log2(row.length - at));
    hashes.push(joinAll(row.slice(at, at + count)));
    at += count;
  }
  return hashes;
}
