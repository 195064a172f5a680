import { emptyRoot, nodeHash } from '../verifier/log/index.ts';
import type { Range } from './ranges.ts';
import { TILE_HEIGHT, TILE_WIDTH, type TileId } from './tile.ts';

/** The hashes of a tile, as many as are known; undefined where none is. */
export type Tiles = (tile: TileId) => readonly Buffer[] | undefined;

/** Hashes side by side within one tile: 2^n of them, under one node. */
interface Run extends TileId {
  from: number;
  to: number;
}

/** The tiles that the hashes of these ranges are made from, each once. */
export function tilesUnder(ranges: readonly Range[]): TileId[] {
  const tiles = ranges.flatMap(runsOf).map(({ level, index }) => ({ level, index }));
  return [...new Map(tiles.map((tile) => [keyOf(tile), tile])).values()];
}

export function keyOf({ level, index }: TileId): string {
  return `${level}/${index}`;
}

/**
 * The hash of a subtree (RFC 6962 section 2.1); a range from 0 gives a tree's root.
 *
 * @throws RangeError where a hash is not there
 */
export function rangeHash(range: Range, tiles: Tiles): Buffer {
  const hashes = runsOf(range).map((run) => runHash(run, tiles));
  return hashes.length === 0 ? emptyRoot() : joinRight(hashes);
}

/** Full subtrees, each smaller than the one before, under one node. */
export function joinRight(hashes: readonly Buffer[]): Buffer {
  return hashes.reduceRight((right, left) => nodeHash(left, right));
}

/** 2^n hashes under one node. */
export function joinAll(hashes: readonly Buffer[]): Buffer {
  let row = hashes;
  while (row.length > 1) {
    row = Array.from({ length: row.length / 2 }, (_, i) =>
      nodeHash(row[2 * i] as Buffer, row[2 * i + 1] as Buffer),
    );
  }
  return row[0] as Buffer;
}

/** A range as its full subtrees from left to right, each as hashes of the highest tile with them. */
function runsOf([from, to]: Range): Run[] {
  const runs: Run[] = [];
  for (let at = from; at < to; ) {
    const height = Math.floor(Math.log2(to - at));
    const level = Math.floor(height / TILE_HEIGHT);
    const count = 2 ** (height % TILE_HEIGHT);
    const first = at / TILE_WIDTH ** level;
    const start = first % TILE_WIDTH;
    const index = Math.floor(first / TILE_WIDTH);
    runs.push({ level, index, from: start, to: start + count });
    at += 2 ** height;
  }
  return runs;
}

function runHash(run: Run, tiles: Tiles): Buffer {
  const hashes = tiles(run)?.slice(run.from, run.to) ?? [];
  if (hashes.length === run.to - run.from) return joinAll(hashes);
  throw new RangeError(`the tile ${keyOf(run)} has no hashes ${run.from} to ${run.to}`);
}
