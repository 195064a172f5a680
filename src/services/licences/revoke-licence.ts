import type { Context } from '../../context.ts';
import { transact } from '../../db/database.ts';
import * as events from '../../db/events.ts';
import { revoke } from '../../db/licence-endings.ts';
import * as licences from '../../db/licences.ts';
import { leaveWord } from '../../db/outbox.ts';
import { DomainError } from '../../domain/errors.ts';
import { permitPublicationId } from '../permit.ts';
import { licenceNotFound } from './read-licences.ts';

/**
 * Ends a licence before its time; its text is taken back unless another licence holds it there.
 *
 * Revoking twice changes nothing.
 *
 * @throws DomainError `licence-not-found`, and `licence-ended` for one that expired or was followed
 */
export async function revokeLicence(
  ctx: Context,
  input: { id: string; reason: string },
): Promise<licences.Licence> {
  return transact(ctx.db, async (tx) => {
    const before = await licences.lock(tx, input.id);
    if (!before) throw licenceNotFound(input.id);
    await permitPublicationId({ ...ctx, db: tx }, before.publication);
    if (before.state === 'revoked') return before;
    if (before.state !== 'active') throw alreadyEnded(before);
    const end = { at: ctx.now(), reason: input.reason };
    await revoke(tx, input.id, end);
    await events.record(tx, ctx, {
      type: 'licence.revoked',
      subject: { kind: 'licence', id: input.id },
      before: { state: 'active' },
      after: { state: 'revoked', reason: input.reason, article: before.article },
    });
    await leaveWord(tx, {
      kind: 'licence.ended',
      scopes: [{ article: before.article, outlet: before.outlet }],
      requestId: ctx.caller.requestId,
    });
    return { ...before, state: 'revoked', ended_at: end.at, end_reason: end.reason };
  });
}

function alreadyEnded({ id, state, successor }: licences.Licence): DomainError {
  const next = successor ? ` Its successor is ${successor}.` : '';
  return new DomainError('licence-ended', `Licence ${id} is already ${state}.${next}`, {
    facts: { state, ...(successor && { successor }) },
  });
}
