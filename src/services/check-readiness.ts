import type { Context } from '../context.ts';
import { isMigrated } from '../db/readiness.ts';
import { DomainError } from '../domain/errors.ts';

export { isStoreDown } from '../db/store-errors.ts';

const RETRY_AFTER_MS = 5000;

/**
 * Returns when the database answers and is migrated.
 *
 * @throws DomainError `unavailable`
 */
export async function checkReadiness(ctx: Context): Promise<void> {
  const ready = await isMigrated(ctx.db).catch((error: unknown) => {
    ctx.log.warn({ err: error }, 'not ready');
    return false;
  });
  if (ready) return;
  throw new DomainError(
    'unavailable',
    'The database does not answer, or its migrations have not run.',
    { retryAfterMs: RETRY_AFTER_MS },
  );
}
