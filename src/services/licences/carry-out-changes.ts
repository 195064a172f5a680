import type { Context } from '../../context.ts';
import { type Tx, transact } from '../../db/database.ts';
import * as events from '../../db/events.ts';
import { findDueChanges, takeDue } from '../../db/licence-changes.ts';
import * as licences from '../../db/licences.ts';
import { type ScheduledChange, stepOf } from '../../domain/licence-life.ts';
import { makeChange } from './make-change.ts';
import { takenBack } from './schedule-change.ts';

const MOST = 200;

/**
 * Makes the changes that were ordered for an instant that has come by the database's clock, those
 * of one licence in one transaction.
 *
 * @returns how many licences were looked at
 */
export async function carryOutChanges(ctx: Context): Promise<number> {
  const due = await findDueChanges(ctx.db, MOST);
  for (const id of due) {
    try {
      await transact(ctx.db, (tx) => carryOutAll(tx, ctx, id));
    } catch (error) {
      ctx.log.error({ err: error, licence: id }, 'an ordered change could not be made');
    }
  }
  return due.length;
}

async function carryOutAll(tx: Tx, ctx: Context, id: string): Promise<void> {
  // The licence first, as everybody does: whoever changes it at this moment goes before.
  await licences.lock(tx, id);
  for (const order of await takeDue(tx, id)) {
    const licence = await licences.find(tx, id, null);
    if (licence) await carryOut(tx, ctx, licence, order);
  }
}

async function carryOut(
  tx: Tx,
  ctx: Context,
  licence: licences.Licence,
  order: ScheduledChange,
): Promise<void> {
  const { state, reinstated_at } = licence;
  const step = stepOf(order.change, { state, reinstated: reinstated_at !== null });
  if (step === 'change') await makeChange(tx, ctx, licence, order);
  else await events.record(tx, ctx, takenBack(licence.id, order, `The licence is ${state}.`));
}
