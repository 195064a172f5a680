import { inTime } from './in-time.ts';

/**
 * Tells whether the place where a count is kept has lost its memory.
 *
 * Every process that looks counts by one, so the count can only rise: one that does not is that of
 * an emptied store, or of an old copy. A mark that is only there or not would be in the copy too.
 */
export function forgetting(
  count: (() => Promise<number>) | null,
  withinMs: number,
): () => Promise<boolean> {
  let seen = 0;
  return async () => {
    if (count === null) return false;
    const now = await inTime(count(), withinMs);
    const forgotten = now <= seen;
    seen = now;
    return forgotten;
  };
}
