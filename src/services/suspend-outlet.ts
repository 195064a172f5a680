import type { Context } from '../context.ts';
import { type Tx, transact } from '../db/database.ts';
import * as events from '../db/events.ts';
import { heldByOutlet } from '../db/licences.ts';
import { tell } from '../db/notices.ts';
import { leaveWord } from '../db/outbox.ts';
import * as outlets from '../db/outlets.ts';
import { DomainError } from '../domain/errors.ts';
import { outletNotFound } from './outlets.ts';
import { permitWholeHouse } from './permit.ts';

export interface SuspendOutlet {
  id: string;
  reason: string;
}

/**
 * Keeps an outlet from new text and new licences until it is reinstated. What stands there stays;
 * kills and withdrawals still go. Suspending twice changes nothing.
 *
 * @throws DomainError `outlet-not-found`, `not-permitted`
 */
export function suspendOutlet(ctx: Context, input: SuspendOutlet): Promise<outlets.Outlet> {
  return changing(ctx, input.id, async (tx, before) => {
    if (before.suspended_at !== null) return before;
    const at = ctx.now();
    const outlet = await outlets.suspend(tx, input.id, { at, reason: input.reason });
    await events.record(tx, ctx, {
      type: 'outlet.suspended',
      subject: { kind: 'outlet', id: input.id },
      before: { state: 'active' },
      after: { state: 'suspended', reason: input.reason },
    });
    await tellOutlet(tx, ctx, 'outlet-suspended', input);
    return outlet;
  });
}

/**
 * Lets a suspended outlet have text and licences again; what it missed is caught up on. Doing it
 * twice changes nothing.
 *
 * @throws DomainError `outlet-not-found`, `not-permitted`, and `outlet-not-suspended` for one that
 *   never was
 */
export function reinstateOutlet(ctx: Context, input: SuspendOutlet): Promise<outlets.Outlet> {
  return changing(ctx, input.id, async (tx, before) => {
    if (before.suspended_at === null && before.reinstated_at !== null) return before;
    if (before.suspended_at === null) throw notSuspended(input.id);
    const outlet = await outlets.reinstate(tx, input.id, ctx.now());
    await events.record(tx, ctx, {
      type: 'outlet.reinstated',
      subject: { kind: 'outlet', id: input.id },
      before: { state: 'suspended' },
      after: { state: 'active', reason: input.reason },
    });
    await tellOutlet(tx, ctx, 'outlet-reinstated', input);
    const scopes = await heldByOutlet(tx, input.id);
    await leaveWord(tx, { kind: 'outlet.reinstated', scopes, requestId: ctx.caller.requestId });
    return outlet;
  });
}

function tellOutlet(
  tx: Tx,
  ctx: Context,
  kind: 'outlet-suspended' | 'outlet-reinstated',
  { id, reason }: SuspendOutlet,
): Promise<void> {
  const about = { kind: 'outlet', id };
  return tell(tx, ctx, [{ kind, facts: { reason }, outlet: id, publication: null, about }]);
}

async function changing(
  ctx: Context,
  id: string,
  work: (tx: Tx, before: outlets.Outlet) => Promise<outlets.Outlet>,
): Promise<outlets.Outlet> {
  permitWholeHouse(ctx.caller);
  return transact(ctx.db, async (tx) => {
    const before = await outlets.lock(tx, id);
    if (!before) throw outletNotFound(id);
    return work(tx, before);
  });
}

function notSuspended(id: string): DomainError {
  return new DomainError('outlet-not-suspended', `Outlet ${id} is not suspended.`);
}
