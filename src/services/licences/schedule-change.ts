import type { Context } from '../../context.ts';
import type { Tx } from '../../db/database.ts';
import * as events from '../../db/events.ts';
import { schedule, takeBack } from '../../db/licence-changes.ts';
import type { Licence } from '../../db/licences.ts';
import { type DomainError, type FieldError, invalid } from '../../domain/errors.ts';
import { formatInstant, type Instant } from '../../domain/instant.ts';
import {
  type LicenceChange,
  livingAt,
  type ScheduledChange,
  stepOf,
} from '../../domain/licence-life.ts';
import { licenceEnded, notSuspended } from './failures.ts';

/**
 * Orders a change of a licence, which the transaction holds, for an instant ahead. One of the same
 * kind that was ordered before is replaced.
 *
 * @throws DomainError `licence-ended`, `licence-not-suspended`, as the licence will stand then, and
 *   `invalid-request` for the instant: nothing is dated back
 */
export async function scheduleChange(
  tx: Tx,
  ctx: Context,
  licence: Licence,
  order: ScheduledChange,
): Promise<void> {
  const fault = judge(licence, order, ctx.now());
  if (fault === 'nothing') return;
  if (fault) throw fault;
  const replaced = licence.scheduled.find(({ change }) => change === order.change);
  await schedule(tx, licence.id, order);
  await events.record(tx, ctx, {
    type: 'licence.change-scheduled',
    subject: { kind: 'licence', id: licence.id },
    ...(replaced && { before: written(replaced) }),
    after: { ...written(order), article: licence.article },
  });
}

/** Takes orders of these kinds back, if there are any. */
export async function takeBackOrders(
  tx: Tx,
  ctx: Context,
  licence: string,
  changes: readonly LicenceChange[],
  reason: string,
): Promise<void> {
  const orders = await takeBack(tx, licence, changes);
  await events.recordAll(
    tx,
    ctx,
    orders.map((order) => takenBack(licence, order, reason)),
  );
}

/** The line of the record that tells of an order that is not carried out. */
export function takenBack(licence: string, order: ScheduledChange, reason: string): events.Event {
  return {
    type: 'licence.change-cancelled',
    subject: { kind: 'licence', id: licence },
    before: written(order),
    after: { change: order.change, reason },
  };
}

/** An order as the record keeps it. */
function written({ effectiveAt, ...order }: ScheduledChange) {
  return { ...order, effectiveAt: formatInstant(effectiveAt) };
}

function judge(
  licence: Licence,
  order: ScheduledChange,
  now: Instant,
): DomainError | 'nothing' | undefined {
  const { change, reason, effectiveAt } = order;
  if (effectiveAt < now) return invalid([inThePast()]);
  const others = licence.scheduled.filter((one) => one.change !== change);
  const present = { state: licence.state, reinstated: licence.reinstated_at !== null };
  const living = livingAt(present, others, effectiveAt);
  const step = stepOf(change, living);
  if (step === 'ended') return licenceEnded(licence, living.state);
  if (step === 'not-suspended') return notSuspended(licence.id);
  if (effectiveAt >= licence.until_at) return invalid([afterEnd(licence.until_at)]);
  const isRepeated = licence.scheduled.some(
    (one) => one.change === change && one.reason === reason && one.effectiveAt === effectiveAt,
  );
  return step === 'nothing' || isRepeated ? 'nothing' : undefined;
}

function inThePast(): FieldError {
  const detail = 'This has passed, and nothing is dated back. Leave it out to act at once.';
  return { pointer: '#/effectiveAt', code: 'in-the-past', detail };
}

function afterEnd(end: Instant): FieldError {
  const detail = `The licence ends by itself at ${formatInstant(end)}. Name an instant before.`;
  return { pointer: '#/effectiveAt', code: 'after-end', detail };
}
