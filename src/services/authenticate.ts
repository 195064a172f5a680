import type { Caller, Context } from '../context.ts';
import * as apiKeys from '../db/api-keys.ts';
import { DomainError } from '../domain/errors.ts';
import { claimsToBeOurs, looksLikeOurs } from '../security/api-keys.ts';

/**
 * Tells who holds a key.
 *
 * @throws DomainError `key-unknown`, also for a revoked key, or `key-expired`
 */
export async function authenticate(
  ctx: Pick<Context, 'db' | 'hashKey' | 'now'>,
  key: string,
  requestId: string,
): Promise<Caller> {
  const found = await apiKeys.findByHash(ctx.db, ctx.hashKey(key));
  if (!found) throw unknownKey(key);
  if (found.expiresAt !== null && found.expiresAt <= ctx.now()) {
    throw new DomainError('key-expired', 'This key has expired. Ask an admin for another.');
  }
  const { id, role, outlet, publications } = found;
  return { kind: 'key', id, role, outlet, publications, requestId };
}

/** ADMIN_KEY is taken as it is, so a wrong checksum only says why a key may be unknown. */
function unknownKey(key: string): DomainError {
  const mistyped = claimsToBeOurs(key) && !looksLikeOurs(key);
  const why = mistyped
    ? 'This key is mistyped or cut off: its checksum does not fit.'
    : 'No such key is in force. Check it, or ask for another.';
  return new DomainError('key-unknown', why);
}
