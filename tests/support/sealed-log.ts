import { createPublicKey } from 'node:crypto';
import type { Context } from '../../src/context.ts';
import { record } from '../../src/db/events.ts';
import { latestCheckpoint } from '../../src/db/log/tree.ts';
import { sealLog } from '../../src/services/log/seal-log.ts';
import { type NoteKey, noteKey } from '../../src/verifier/log/index.ts';

/** Gives all that waits its leaves, as a worker does. @throws Error where the log refuses */
export async function sealAll(ctx: Context): Promise<void> {
  for (;;) {
    const sealed = await sealLog(ctx, true);
    if ('refusal' in sealed) throw new Error(sealed.refusal);
    if (!sealed.more) return;
  }
}

/** Writes so many events that say no more than their number. */
export async function writeNotes(ctx: Context, count: number): Promise<void> {
  for (let i = 0; i < count; i++) {
    const subject = { kind: 'note', id: String(i) };
    await record(ctx.db, ctx, { type: 'note.written', subject, after: { i } });
  }
}

/** What checkpoints of the service's log are verified with. */
export function logKey(ctx: Context, origin = 'rights.example/log'): NoteKey {
  return noteKey(origin, createPublicKey(ctx.keys.log.privateKey));
}

/** The newest signed note of a tree. */
export async function newestNote(ctx: Context, shard = 1): Promise<string> {
  return (await latestCheckpoint(ctx.db, shard))?.note ?? '';
}
