import type { Context } from '../context.ts';
import { isMigrated } from '../db/readiness.ts';
import { DomainError } from '../domain/errors.ts';
import { readRefusal } from './log/told-refusal.ts';

export { isStoreDown } from '../db/store-errors.ts';

const RETRY_AFTER_MS = 5000;

/**
 * Returns when the database answers and is migrated.
 *
 * @returns why the log signs nothing, where it does not: requests are served all the same
 * @throws DomainError `unavailable`
 */
export async function checkReadiness(ctx: Context): Promise<{ log?: string }> {
  const ready = await isMigrated(ctx.db).catch((error: unknown) => {
    ctx.log.warn({ err: error }, 'not ready');
    return false;
  });
  if (ready) {
    const log = await readRefusal(ctx.db);
    return log === undefined ? {} : { log };
  }
  throw new DomainError(
    'unavailable',
    'The database does not answer, or its migrations have not run.',
    { retryAfterMs: RETRY_AFTER_MS },
  );
}
