import { type Edge, rootOfEdge } from '../../audit/grow-tree.ts';
import { edgeOf } from '../../audit/tile.ts';
import type { Db } from '../../db/database.ts';
import { listShards, type Shard } from '../../db/log/shards.ts';
import { type CheckpointRow, countLeaves, latestCheckpoint, readTiles } from '../../db/log/tree.ts';

/** The tree that is appended to, as the database has it. */
export interface TreeState {
  shard: Shard;
  /** Earlier trees, the newest first. */
  former: readonly Shard[];
  /** Leaves. */
  size: number;
  edge: Edge;
  /** The newest that was signed of it. */
  head: CheckpointRow | undefined;
}

/** Reads the newest tree's right edge. @throws Error before a first tree was opened */
export async function readTreeState(db: Db): Promise<TreeState> {
  const [shard, ...former] = await listShards(db);
  if (!shard) throw new Error('the log has not been opened');
  const size = await countLeaves(db, shard.number);
  const tiles = edgeOf(size);
  const read = await readTiles(db, shard.number, tiles);
  const edge = tiles.map((tile) => (read(tile) ?? []).slice(0, tile.width));
  return { shard, former, size, edge, head: await latestCheckpoint(db, shard.number) };
}

/** Whether the tree is as it was last signed. */
export function isAsSigned({ size, edge, head }: TreeState): boolean {
  if (!head) return size === 0;
  return head.size === size && head.root.equals(rootOfEdge(edge));
}
