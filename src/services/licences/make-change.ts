import type { Context } from '../../context.ts';
import type { Tx } from '../../db/database.ts';
import * as events from '../../db/events.ts';
import { revoke } from '../../db/licence-endings.ts';
import * as suspensions from '../../db/licence-suspensions.ts';
import { headlineOf, type Licence } from '../../db/licences.ts';
import { tell } from '../../db/notices.ts';
import { leaveWord, wordOf } from '../../db/outbox.ts';
import type { LicenceChange } from '../../domain/licence-life.ts';

export interface Change {
  change: LicenceChange;
  reason: string;
}

const MADE = {
  suspend: {
    state: 'suspended',
    event: 'licence.suspended',
    kind: 'licence.suspended',
    notice: 'licence-suspended',
  },
  reinstate: {
    state: 'active',
    event: 'licence.reinstated',
    kind: 'licence.reinstated',
    notice: 'licence-reinstated',
  },
  revoke: {
    state: 'revoked',
    event: 'licence.revoked',
    kind: 'licence.ended',
    notice: 'licence-revoked',
  },
} as const;

/**
 * Gives a licence, which the transaction holds, its new state, with what is recorded of it, what
 * its outlet is told, and what leads to its text being taken back or brought again.
 */
export async function makeChange(
  tx: Tx,
  ctx: Context,
  before: Licence,
  { change, reason }: Change,
): Promise<void> {
  const { id, article, outlet, publication } = before;
  const { state, event, kind, notice } = MADE[change];
  const at = ctx.now();
  if (change === 'suspend') await suspensions.suspend(tx, id, { at, reason });
  else if (change === 'reinstate') await suspensions.reinstate(tx, id, at);
  else await revoke(tx, id, { at, reason });
  await events.record(tx, ctx, {
    type: event,
    subject: { kind: 'licence', id },
    before: { state: before.state },
    after: { state, reason, article, outlet },
  });
  const facts = { headline: await headlineOf(tx, before), reason };
  const about = { kind: 'licence', id };
  await tell(tx, ctx, [{ kind: notice, facts, outlet, publication, about }]);
  const scopes = [wordOf(before)];
  await leaveWord(tx, { kind, scopes, requestId: ctx.caller.requestId });
}
