import type { Context } from '../../context.ts';
import type { Tx } from '../../db/database.ts';
import { tell } from '../../db/notices.ts';
import { namesOf, type Reportable, reopenWithdrawal } from '../../db/placements/reportable.ts';
import type { Receipt } from '../../db/receipts.ts';
import { tellHouse } from '../notices/tell-house.ts';

/**
 * Acts on an outlet's word that a text runs which had to go: the withdrawal counts as not confirmed,
 * the page is looked at where it must go, and its people and the house are told.
 */
export async function tellStanding(
  tx: Tx,
  ctx: Context,
  placement: Pick<Reportable, 'id' | 'reason'>,
  receipt: Receipt,
): Promise<void> {
  const url = receipt.url ?? '';
  await reopenWithdrawal(tx, placement.id, url);
  const { headline, publication, outlet: name } = await namesOf(tx, receipt);
  const facts = { headline, outlet: name, url, why: placement.reason ?? 'revoked' } as const;
  const about = { kind: 'placement', id: placement.id };
  const told = { kind: 'copy-reported', facts, about } as const;
  await tell(tx, ctx, [{ ...told, outlet: receipt.outlet, publication }]);
  await tellHouse(tx, ctx, { publication }, told);
}
