import type { Context } from '../../context.ts';
import * as apiKeys from '../../db/api-keys.ts';
import { transact } from '../../db/database.ts';
import * as events from '../../db/events.ts';
import type { Role } from '../../db/schema.ts';
import { invalid } from '../../domain/errors.ts';
import type { Instant } from '../../domain/instant.ts';
import { makeKey, maskKey } from '../../security/api-keys.ts';
import { ownOutlet } from '../outlets.ts';
import { permitReach } from './reach.ts';

export interface CreateKey {
  name: string;
  role: Role;
  /** The outlet that the key is for; null for staff. */
  outlet: string | null;
  /** Slugs that the key is limited to; null means all. */
  publications: readonly string[] | null;
  expiresAt: Instant | null;
}

/**
 * Makes an API key. It is returned here and never again: only its hash is kept.
 *
 * Publications need not exist yet, so that an editor's key can be made before the first PUT.
 *
 * @throws DomainError `outlet-not-found`, `not-permitted`, `invalid-request` for a past `expiresAt`
 */
export async function createKey(
  ctx: Context,
  input: CreateKey,
): Promise<apiKeys.ApiKey & { key: string }> {
  checkExpiry(input.expiresAt, ctx.now());
  permitReach(ctx.caller, input.publications);
  if (input.outlet !== null) await ownOutlet(ctx, input.outlet);
  const key = makeKey(ctx.random);

  return transact(ctx.db, async (tx) => {
    const row = await apiKeys.insert(tx, {
      ...input,
      id: ctx.newId(),
      prefix: maskKey(key),
      hash: ctx.hashKey(key),
      createdAt: ctx.now(),
    });
    await events.record(tx, ctx, {
      type: 'key.created',
      subject: { kind: 'key', id: row.id },
      after: { ...input, prefix: row.prefix },
    });
    return { ...row, key };
  });
}

function checkExpiry(expiresAt: Instant | null, now: Instant): void {
  if (expiresAt === null || expiresAt > now) return;
  const detail = 'This is past. Name an instant to come, or leave it out.';
  throw invalid([{ pointer: '#/expiresAt', code: 'in-the-past', detail }]);
}
