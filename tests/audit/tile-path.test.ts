import { edgeOf, subtreesAt, TILE_WIDTH, widthOf } from '../../src/audit/tile.ts';
import { readTilePath, writeTilePath } from '../../src/audit/tile-path.ts';
import { readVectors } from '../support/read-vectors.ts';

interface Vectors {
  tilePaths: { index: number; path: string }[];
  tilesForSize: {
    size: number;
    full: Record<string, number>;
    partial: Record<string, number>;
  }[];
}
const vectors = readVectors<Vectors>('tlog');

test.each(vectors.tilePaths)('the tile $index is called $path', ({ index, path }) => {
  const tile = { level: 3, index, width: TILE_WIDTH };
  expect(writeTilePath(tile)).toBe(`3/${path}`);
  expect(readTilePath(`3/${path}`)).toEqual(tile);
});

test('a tile that is not full says its width, and entries stand under their own name', () => {
  const tile = { level: 'entries', index: 1, width: 17 } as const;
  expect(readTilePath('entries/001.p/17')).toEqual(tile);
  expect(writeTilePath(tile)).toBe('entries/001.p/17');
});

test.each([
  ...['', '0', '0/', '0/00', '0/0000', '00/000', '64/000', '-1/000', '0/x000/000', '0/000/000'],
  ...['0/x01/000', '0/001.p/0', '0/001.p/256', '0/001.p/01', '0/001.p/', '0/001.p/999'],
  ...['entries/', 'Entries/000', '0/000/', '/0/000', '0/000?', '0/x001/x001/x001/x001/x001/000'],
])('%j is no tile', (path) => {
  expect(readTilePath(path)).toBeUndefined();
});

test.each(vectors.tilesForSize)('a tree of $size leaves has the published tiles', (vector) => {
  const edge = edgeOf(vector.size);
  const full = edge.map(({ level }) => [level, Math.floor(subtreesAt(level, vector.size) / 256)]);
  const partial = edge.map(({ level, width }) => [level, width]);
  const some = (list: number[][]) => Object.fromEntries(list.filter(([, count]) => count));
  expect({ full: some(full), partial: some(partial) }).toEqual({
    full: vector.full,
    partial: vector.partial,
  });
});

test('a tile is as wide as the tree is long, and never wider than it may be', () => {
  expect([0, 1, 255, 256, 257, 600].map((size) => widthOf({ level: 0, index: 0 }, size))).toEqual([
    0, 1, 255, 256, 256, 256,
  ]);
  expect(widthOf({ level: 0, index: 2 }, 600)).toBe(88);
  expect(widthOf({ level: 1, index: 0 }, 600)).toBe(2);
});
