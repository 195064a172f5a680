import type { Context } from '../../context.ts';
import { type Tx, transact } from '../../db/database.ts';
import type { Claim } from '../../db/placements/claim.ts';
import {
  carryOver,
  lockPullCopy,
  lookAgain,
  type PullCopy,
} from '../../db/placements/pull-copy.ts';
import { nextReminderMs } from '../../domain/reminders.ts';
import { tellCopy, tellReturn } from '../placements/tell-copy.ts';
import type { Desk } from './desk.ts';
import type { Sent } from './send.ts';

/**
 * Brings what is wanted of a copy that the outlet took itself to the outlet's people: nothing can be
 * sent there. It counts as sent once they are told, and stays unconfirmed until they say so, or read
 * the corrected text.
 */
export async function tellPull({ ctx }: Pick<Desk, 'ctx'>, claim: Claim): Promise<Sent> {
  const message = await transact(ctx.db, async (tx) => {
    const copy = await lockPullCopy(tx, claim.id);
    // What is wanted has changed since: the new state is told in its own turn.
    if (!copy || copy.seq !== claim.seq) return OVERTAKEN;
    return tellState(tx, ctx, copy);
  });
  return { outcome: { class: 'placed', code: 'told', message }, contentHash: null };
}

const OVERTAKEN = 'Something newer is wanted of this copy, which its people are told of.';

async function tellState(tx: Tx, ctx: Context, copy: PullCopy): Promise<string> {
  if (isSilent(copy)) {
    await carryOver(tx, copy);
    return 'Nothing changes for the people who have this copy.';
  }
  if (mayReturn(copy)) {
    await tellReturn(tx, ctx, copy);
    await lookAgain(tx, copy.id, null);
    return "The outlet's contacts were told that the text may be published again.";
  }
  await tellCopy(tx, ctx, copy);
  await lookAgain(tx, copy.id, nextReminderMs(0, isMustGo(copy)));
  return "The outlet's contacts were told, with a link to confirm.";
}

/** Another licence or another footer over the same words: what people have stays as it is. */
function isSilent({ operation, placedOp, version, placedVersion, urgent }: PullCopy): boolean {
  return operation === 'upsert' && placedOp === 'upsert' && version === placedVersion && !urgent;
}

function mayReturn({ operation, placedOp }: PullCopy): boolean {
  return operation === 'upsert' && placedOp === 'withdraw';
}

function isMustGo({ reason }: PullCopy): boolean {
  return reason === 'killed' || reason === 'withheld';
}
