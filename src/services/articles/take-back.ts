import type { Context } from '../../context.ts';
import type { Tx } from '../../db/database.ts';
import { leaveWord, type OutboxKind } from '../../db/outbox.ts';
import { raiseWithdrawals } from '../../db/placements/raise-withdrawals.ts';
import { lockPlacements } from '../../db/placements/scope.ts';
import { tellStop } from '../../db/word-channel.ts';

/**
 * Wants a story gone from everywhere, in the transaction that takes it back, so that no worker can
 * miss it; what is being sent of it now is broken off.
 */
export async function takeBack(
  tx: Tx,
  ctx: Context,
  article: string,
  kind: OutboxKind,
): Promise<void> {
  const { requestId } = ctx.caller;
  const scopes = [{ article, outlet: null, by: requestId }];
  await lockPlacements(tx, scopes);
  await raiseWithdrawals(tx, scopes);
  await leaveWord(tx, { kind, scopes: [{ article, outlet: null }], requestId });
  await tellStop(tx, article);
}
