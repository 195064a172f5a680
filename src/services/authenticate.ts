import type { Caller, Context } from '../context.ts';
import * as apiKeys from '../db/api-keys.ts';
import { DomainError } from '../domain/errors.ts';
import { claimsToBeOurs, looksLikeOurs } from '../security/api-keys.ts';

/**
 * Tells who holds a key. One prepared query; none for a key of ours that is mistyped.
 *
 * @throws DomainError `key-unknown`, also for a revoked key, or `key-expired`
 */
export async function authenticate(
  ctx: Pick<Context, 'db' | 'hashKey' | 'now'>,
  key: string,
  requestId: string,
): Promise<Caller> {
  const mistyped = claimsToBeOurs(key) && !looksLikeOurs(key);
  const found = mistyped ? undefined : await apiKeys.findByHash(ctx.db, ctx.hashKey(key));
  if (!found) {
    throw new DomainError('key-unknown', 'No such key is in force. Check it, or ask for another.');
  }
  if (found.expiresAt !== null && found.expiresAt <= ctx.now()) {
    throw new DomainError('key-expired', 'This key has expired. Ask an admin for another.');
  }
  const { id, role, outlet, publications } = found;
  return { kind: 'key', id, role, outlet, publications, requestId };
}
