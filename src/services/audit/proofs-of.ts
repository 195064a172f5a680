import { rangeHash, tilesUnder } from '../../audit/range-hash.ts';
import { inclusionRanges } from '../../audit/ranges.ts';
import type { Db } from '../../db/database.ts';
import { listShards } from '../../db/log/shards.ts';
import { type CheckpointRow, latestCheckpoint, readTiles } from '../../db/log/tree.ts';
import { writeTlogProof } from '../../verifier/log/index.ts';

interface Leaf {
  shard: number;
  index: number;
}

/** The ways of leaves to a checkpoint, in the order of the leaves; undefined for one it lacks. */
export type ProofsOf = (leaves: readonly Leaf[]) => Promise<(string | undefined)[]>;

/** Proves leaves to the checkpoints that are the newest now: all of a tree to the same one. */
export async function openProofs(db: Db): Promise<ProofsOf> {
  const heads = new Map<number, CheckpointRow>();
  for (const { number } of await listShards(db)) {
    const head = await latestCheckpoint(db, number);
    if (head) heads.set(number, head);
  }
  return async (leaves) => {
    const proofs = new Map<Leaf, string>();
    for (const [shard, head] of heads) {
      const ours = leaves.filter((leaf) => leaf.shard === shard && leaf.index < head.size);
      const made = await prove(db, head, ours);
      for (const [i, leaf] of ours.entries()) proofs.set(leaf, made[i] ?? '');
    }
    return leaves.map((leaf) => proofs.get(leaf));
  };
}

/** Many at once, because leaves side by side share most of their way. */
async function prove(db: Db, head: CheckpointRow, leaves: readonly Leaf[]): Promise<string[]> {
  const ways = leaves.map(({ index }) => inclusionRanges(index, head.size));
  const tiles = await readTiles(db, head.shard, tilesUnder(ways.flat()));
  return ways.map((ranges, i) => {
    const hashes = ranges.map((range) => rangeHash(range, tiles));
    const index = leaves[i]?.index ?? 0;
    return writeTlogProof({ index, hashes, checkpoint: head.note });
  });
}
