import type { Context } from '../../context.ts';
import * as receipts from '../../db/receipts.ts';

/** A page of what outlets have confirmed, as far as the caller may see it, newest first. */
export function listReceipts(
  ctx: Context,
  filter: Omit<receipts.ReceiptFilter, 'publications'>,
): Promise<receipts.Receipt[]> {
  return receipts.listReceipts(ctx.db, {
    ...filter,
    outlet: ctx.caller.outlet ?? filter.outlet,
    publications: ctx.caller.publications ?? undefined,
  });
}
