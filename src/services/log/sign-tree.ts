import { createPublicKey } from 'node:crypto';
import { type Growth, rootOfEdge } from '../../audit/grow-tree.ts';
import type { Context } from '../../context.ts';
import type { Shard } from '../../db/log/shards.ts';
import type { CheckpointRow } from '../../db/log/tree.ts';
import { cosign, noteKey, signNote, writeCheckpoint } from '../../verifier/log/index.ts';

/** Signs what a tree is now, and when that was. */
export function signTree(
  ctx: Pick<Context, 'keys' | 'now'>,
  { number, origin }: Shard,
  { size, edge }: Growth,
): CheckpointRow {
  const { privateKey } = ctx.keys.log;
  const key = noteKey(origin, createPublicKey(privateKey));
  const root = rootOfEdge(edge);
  const at = ctx.now();
  const note = signNote(writeCheckpoint({ origin, size, root, extra: [] }), key, privateKey);
  return { shard: number, size, root, note: cosign(note, key, privateKey, at), at };
}
