import { rangeHash, tilesUnder } from '../../audit/range-hash.ts';
import type { Db } from '../../db/database.ts';
import { readTiles } from '../../db/log/tree.ts';
import { parseNote, readCheckpoint } from '../../verifier/log/index.ts';
import type { Kept } from './kept-checkpoint.ts';
import { isAsSigned, type TreeState } from './tree-state.ts';

/**
 * Why nothing may be signed of the tree; undefined where it may.
 *
 * What was signed once is out in the world. A tree that no longer begins with it, after a restore
 * for one, would contradict it under the same name.
 */
export async function refusalToSign(
  db: Db,
  state: TreeState,
  kept: Kept | undefined,
): Promise<string | undefined> {
  if (!isAsSigned(state)) {
    return `The log's leaves in the database are not those of its newest checkpoint (size ${state.head?.size ?? 0}).`;
  }
  if (!kept) return undefined;
  const { origin, size, root } = kept.checkpoint;
  if (origin !== state.shard.origin) {
    return isFormer(state, kept) ? undefined : `${SIGNED} of ${origin}, which the database lacks.`;
  }
  if (size > state.size) {
    return `${SIGNED} with ${size} leaves, and the database has ${state.size}.`;
  }
  const same = root.equals(await rootAt(db, state, size));
  return same ? undefined : `${SIGNED} with ${size} leaves that are not those in the database.`;
}

const SIGNED = 'A checkpoint has been signed';

/** Of a tree that another has followed since, for a reason that was given. */
function isFormer({ shard, former }: TreeState, kept: Kept): boolean {
  if (former.some(({ origin }) => origin === kept.checkpoint.origin)) return true;
  return [shard, ...former].some(({ succeeds }) => {
    const told = readCheckpoint(parseNote(succeeds ?? '')?.text ?? '');
    return told?.origin === kept.checkpoint.origin;
  });
}

async function rootAt(db: Db, { shard }: TreeState, size: number): Promise<Buffer> {
  const range = [0, size] as const;
  return rangeHash(range, await readTiles(db, shard.number, tilesUnder([range])));
}
