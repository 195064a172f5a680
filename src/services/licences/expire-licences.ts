import type { Context } from '../../context.ts';
import { transact } from '../../db/database.ts';
import { recordAll } from '../../db/events.ts';
import { expireDue } from '../../db/licence-endings.ts';
import { leaveWord, wordOf } from '../../db/outbox.ts';

const BATCH = 500;

/** Ends licences whose last instant has come; what they held is taken back by their terms. */
export async function expireLicences(ctx: Context): Promise<number> {
  return transact(ctx.db, async (tx) => {
    const ended = await expireDue(tx, BATCH);
    const subject = (id: string) => ({ kind: 'licence', id });
    await recordAll(
      tx,
      ctx,
      ended.map(({ id, was }) => ({
        type: 'licence.expired',
        subject: subject(id),
        before: { state: was },
        after: { state: 'expired' },
      })),
    );
    await leaveWord(tx, {
      kind: 'licence.ended',
      scopes: ended.map(wordOf),
      requestId: ctx.caller.requestId,
    });
    return ended.length;
  });
}
