import { TILE_WIDTH, type Tile } from './tile.ts';

/** What a path under `tile/` names. */
export interface NamedTile extends Omit<Tile, 'level'> {
  /** `entries`: what the leaves under a tile of level 0 are hashes of. */
  level: number | 'entries';
}

/** A tile's path under `tile/`: `0/x001/x234/067`, `entries/000.p/17` (C2SP tlog-tiles). */
export function writeTilePath({ level, index, width }: NamedTile): string {
  const groups = [threeDigits(index % 1000)];
  for (let rest = Math.floor(index / 1000); rest > 0; rest = Math.floor(rest / 1000)) {
    groups.unshift(`x${threeDigits(rest % 1000)}`);
  }
  const partial = width < TILE_WIDTH ? `.p/${width}` : '';
  return `${level}/${groups.join('/')}${partial}`;
}

/** Undefined for what no tile is called: each has one path only. */
export function readTilePath(path: string): NamedTile | undefined {
  const [, level = '', groups = '', width = `${TILE_WIDTH}`] = PATH.exec(path) ?? [];
  const tile: NamedTile = {
    level: level === 'entries' ? level : Number(level),
    index: Number(groups.replaceAll(/[x/]/g, '')),
    width: Number(width),
  };
  return level && tile.width > 0 && writeTilePath(tile) === path ? tile : undefined;
}

/** Up to index 10^15 - 1, which a number still holds exactly. */
const PATH =
  /^(entries|[0-9]|[1-5][0-9]|6[0-3])\/((?:x[0-9]{3}\/){0,4}[0-9]{3})(?:\.p\/([0-9]{1,3}))?$/;

function threeDigits(number: number): string {
  return String(number).padStart(3, '0');
}
