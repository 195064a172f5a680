import type { Context } from '../../context.ts';
import { type Tx, transact } from '../../db/database.ts';
import * as licences from '../../db/licences.ts';
import type { Instant } from '../../domain/instant.ts';
import { type LicenceChange, stepOf, TAKES_BACK } from '../../domain/licence-life.ts';
import { licenceEnded, notSuspended } from './failures.ts';
import { lockLicence } from './lock-licence.ts';
import { type Change, makeChange } from './make-change.ts';
import { scheduleChange, takeBackOrders } from './schedule-change.ts';

export interface ChangeLicence {
  id: string;
  reason: string;
  /** Absent: at once. */
  effectiveAt?: Instant | undefined;
}

/** Takes a licence out of force, until it is reinstated. See {@link changeLicence}. */
export function suspendLicence(ctx: Context, input: ChangeLicence): Promise<licences.Licence> {
  return changeLicence(ctx, 'suspend', input);
}

/** Puts a suspended licence back in force. See {@link changeLicence}. */
export function reinstateLicence(ctx: Context, input: ChangeLicence): Promise<licences.Licence> {
  return changeLicence(ctx, 'reinstate', input);
}

/** Ends a licence before its time. See {@link changeLicence}. */
export function revokeLicence(ctx: Context, input: ChangeLicence): Promise<licences.Licence> {
  return changeLicence(ctx, 'revoke', input);
}

/**
 * Suspends, reinstates or revokes a licence, at once or from an instant ahead.
 *
 * Its text is taken back unless another licence holds it there, or brought again. Doing it twice
 * changes nothing. A change made at once takes back what it is contrary to; see `TAKES_BACK`.
 *
 * @throws DomainError `licence-not-found`, `not-permitted`, `licence-ended`,
 *   `licence-not-suspended`, and `invalid-request` for an instant that has passed or that lies
 *   after the licence's end
 */
async function changeLicence(
  ctx: Context,
  change: LicenceChange,
  input: ChangeLicence,
): Promise<licences.Licence> {
  return transact(ctx.db, async (tx) => {
    const before = await lockLicence(tx, ctx, input.id);
    const { reason, effectiveAt } = input;
    if (effectiveAt === undefined) await changeNow(tx, ctx, before, { change, reason });
    else await scheduleChange(tx, ctx, before, { change, reason, effectiveAt });
    return (await licences.find(tx, input.id, null)) ?? before;
  });
}

async function changeNow(
  tx: Tx,
  ctx: Context,
  before: licences.Licence,
  made: Change,
): Promise<void> {
  const { change, reason } = made;
  const step = stepOf(change, { state: before.state, reinstated: before.reinstated_at !== null });
  if (step === 'ended') throw licenceEnded(before);
  if (step === 'not-suspended' && before.scheduled.length === 0) throw notSuspended(before.id);
  if (step === 'change') await makeChange(tx, ctx, before, made);
  // Reinstating what is in force still takes back what was ordered against it.
  if (step === 'change' || change === 'reinstate') {
    await takeBackOrders(tx, ctx, before.id, TAKES_BACK[change], reason);
  }
}
