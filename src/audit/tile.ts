/** Levels of the tree that a tile is high, and so hashes that a full one is wide (C2SP tlog-tiles). */
export const TILE_HEIGHT = 8;
export const TILE_WIDTH = 256;

/** A row of hashes: those of the subtrees over 256^level leaves each, 256 to a tile. */
export interface TileId {
  level: number;
  index: number;
}

/** A tile as a tree of some size has it. */
export interface Tile extends TileId {
  /** Hashes, 1 to 256; fewer than 256 only in the last tile of a level. */
  width: number;
}

/** How many subtrees over 256^level leaves a tree has that are full. */
export function subtreesAt(level: number, size: number): number {
  return Math.floor(size / TILE_WIDTH ** level);
}

/** The tile's width in a tree of that size; 0: it has none such. */
export function widthOf({ level, index }: TileId, size: number): number {
  const hashes = subtreesAt(level, size) - index * TILE_WIDTH;
  return Math.max(0, Math.min(TILE_WIDTH, hashes));
}

/** The tiles at a tree's right edge that are not full, lowest level first. */
export function edgeOf(size: number): Tile[] {
  const tiles: Tile[] = [];
  for (let level = 0; subtreesAt(level, size) > 0; level++) {
    const hashes = subtreesAt(level, size);
    tiles.push({ level, index: Math.floor(hashes / TILE_WIDTH), width: hashes % TILE_WIDTH });
  }
  return tiles;
}
