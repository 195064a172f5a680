import type { Context } from '../../context.ts';
import * as apiKeys from '../../db/api-keys.ts';
import { transact } from '../../db/database.ts';
import * as events from '../../db/events.ts';
import { DomainError } from '../../domain/errors.ts';
import { permitReach } from './reach.ts';

/**
 * Ends a key at once and for good. A second time changes nothing.
 *
 * @param input `outlet` is the outlet that the key is for; null for staff
 * @throws DomainError `key-not-found`, also for a key of another outlet; `not-permitted`
 */
export async function revokeKey(
  ctx: Context,
  input: { id: string; outlet: string | null },
): Promise<apiKeys.ApiKey> {
  return transact(ctx.db, async (tx) => {
    const before = await apiKeys.lock(tx, input.id, input.outlet);
    if (!before) throw new DomainError('key-not-found', `No key has the id ${input.id}.`);
    permitReach(ctx.caller, before.publications);
    if (before.revoked_at !== null) return before;
    await events.record(tx, ctx, {
      type: 'key.revoked',
      subject: { kind: 'key', id: input.id },
      before: { state: 'active', name: before.name },
      after: { state: 'revoked', name: before.name },
    });
    return apiKeys.revoke(tx, input.id, ctx.now());
  });
}
