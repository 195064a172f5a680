import { growTree } from '../../audit/grow-tree.ts';
import type { Context } from '../../context.ts';
import { type Tx, transact } from '../../db/database.ts';
import { append } from '../../db/log/append.ts';
import { tryLockLog } from '../../db/log/lock.ts';
import { anyPending, listPending, type PendingEvent } from '../../db/log/pending.ts';
import { isActive } from '../../db/signing-keys.ts';
import { entryOf, leafHash } from '../../verifier/log/index.ts';
import { type Kept, keep, readKept } from './kept-checkpoint.ts';
import { refusalToSign } from './refusal.ts';
import { signTree } from './sign-tree.ts';
import { readTreeState, type TreeState } from './tree-state.ts';

/** About 30 ms of work: at most so much is done anew after a crash. */
const BATCH = 2_000;

export type Sealed =
  /** Leaves appended and signed; whether more may be waiting. */
  | { leaves: number; more: boolean }
  /** Nothing was appended, and nothing will be before a person has looked. */
  | { refusal: string };

const NOTHING: Sealed = { leaves: 0, more: false };

/**
 * Gives committed events that wait their leaves, and signs the tree with them.
 *
 * One process at a time does this; for the others there is nothing to do. All of it is one
 * transaction, so that a process killed in the middle has done nothing.
 *
 * @param look also when nothing waits: whether the tree may be signed at all
 */
export async function sealLog(ctx: Context, look: boolean): Promise<Sealed> {
  if (!look && !(await anyPending(ctx.db))) return NOTHING;
  const kept = await readKept(ctx.config);
  const done = await transact(ctx.db, async (tx): Promise<Done> => {
    if (!(await tryLockLog(tx))) return { sealed: NOTHING };
    return sealPending(tx, ctx, kept);
  });
  // Outside the transaction, which has the one session there is in the embedded tier.
  if (done.isKeyStale) await ctx.keys.reload();
  if (done.note !== undefined && done.note !== kept?.note) await keep(ctx.config, done.note);
  return done.sealed;
}

interface Done {
  sealed: Sealed;
  /** The newest checkpoint. */
  note?: string | undefined;
  /** Another key signs now than this process knows of. */
  isKeyStale?: boolean;
}

async function sealPending(tx: Tx, ctx: Context, kept: Kept | undefined): Promise<Done> {
  const state = await readTreeState(tx);
  const refusal = await refusalToSign(tx, state, kept);
  if (refusal !== undefined) return { sealed: { refusal } };
  const pending = await listPending(tx, BATCH);
  if (pending.length === 0) return { sealed: NOTHING, note: state.head?.note };
  // A key that one of these events gave up must not be what vouches for it.
  if (!(await isActive(tx, ctx.keys.log.kid))) {
    return { sealed: { leaves: 0, more: true }, isKeyStale: true };
  }
  const note = await appendLeaves(tx, ctx, state, pending);
  return { sealed: { leaves: pending.length, more: pending.length === BATCH }, note };
}

async function appendLeaves(
  tx: Tx,
  ctx: Context,
  state: TreeState,
  pending: readonly PendingEvent[],
): Promise<string> {
  const { shard, size, edge } = state;
  const hashes = pending.map(({ commitment }) => leafHash(entryOf(commitment)));
  const growth = growTree(size, edge, hashes);
  const checkpoint = signTree(ctx, shard, growth);
  const leaves = pending.map(({ event }, i) => ({
    ...{ event, index: size + i },
    hash: hashes[i] as Buffer,
  }));
  await append(tx, { leaves, subtrees: growth.subtrees, checkpoint });
  return checkpoint.note;
}
