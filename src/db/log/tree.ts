import { sql } from 'kysely';
import { keyOf, type Tiles } from '../../audit/range-hash.ts';
import { TILE_WIDTH, type TileId } from '../../audit/tile.ts';
import type { Db } from '../database.ts';

export interface CheckpointRow {
  shard: number;
  size: number;
  root: Buffer;
  /** The signed note. */
  note: string;
  at: number;
}

/** The newest that was signed of a tree. */
export async function latestCheckpoint(db: Db, shard: number): Promise<CheckpointRow | undefined> {
  const row = await db
    .selectFrom('audit_checkpoint')
    .selectAll()
    .where('shard', '=', shard)
    .orderBy('size', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && { ...row, root: Buffer.from(row.root) };
}

/** How many leaves there are: the last one's place and one. */
export async function countLeaves(db: Db, shard: number): Promise<number> {
  const row = await db
    .selectFrom('audit_leaf')
    .select('index')
    .where('shard', '=', shard)
    .orderBy('index', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? row.index + 1 : 0;
}

/** The stored hashes of these tiles; a hash behind one that is missing is not there either. */
export async function readTiles(db: Db, shard: number, tiles: readonly TileId[]): Promise<Tiles> {
  const { rows } = await sql<{ level: number; index: number; hash: Buffer }>`
    select t.level, h.index, h.hash
    from jsonb_to_recordset(${JSON.stringify(tiles)}::jsonb) as t (level integer, index bigint)
    cross join lateral (
      select l.index, l.hash from audit_leaf l
      where t.level = 0 and l.shard = ${shard} and l.index >= t.index * ${sql.lit(TILE_WIDTH)}
        and l.index < (t.index + 1) * ${sql.lit(TILE_WIDTH)}
      union all
      select s.index, s.hash from audit_subtree s
      where t.level > 0 and s.shard = ${shard} and s.level = t.level
        and s.index >= t.index * ${sql.lit(TILE_WIDTH)}
        and s.index < (t.index + 1) * ${sql.lit(TILE_WIDTH)}
    ) h
    order by t.level, h.index`.execute(db);
  return arrange(rows);
}

function arrange(rows: readonly { level: number; index: number; hash: Buffer }[]): Tiles {
  const byTile = new Map<string, Buffer[]>();
  for (const { level, index, hash } of rows) {
    const key = keyOf({ level, index: Math.floor(index / TILE_WIDTH) });
    const hashes = byTile.get(key) ?? [];
    if (hashes.length === index % TILE_WIDTH) hashes.push(Buffer.from(hash));
    byTile.set(key, hashes);
  }
  return (tile) => byTile.get(keyOf(tile));
}
