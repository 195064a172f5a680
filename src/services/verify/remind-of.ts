import type { Context } from '../../context.ts';
import { transact } from '../../db/database.ts';
import { countReminder, lockPullCopy, lookAgain } from '../../db/placements/pull-copy.ts';
import { nextReminderMs } from '../../domain/reminders.ts';
import { tellCopy } from '../placements/tell-copy.ts';

/** Tells an outlet's people once more of a copy that they took, unless it is confirmed by now. */
export async function remindOf(ctx: Context, placement: string): Promise<void> {
  await transact(ctx.db, async (tx) => {
    const copy = await lockPullCopy(tx, placement);
    if (!copy || copy.confirmedSeq === copy.seq) return lookAgain(tx, placement, null);
    const checks = copy.checks + 1;
    await tellCopy(tx, ctx, { ...copy, checks });
    await countReminder(tx, placement);
    const mustGo = copy.reason === 'killed' || copy.reason === 'withheld';
    await lookAgain(tx, placement, nextReminderMs(checks, mustGo));
  });
}
