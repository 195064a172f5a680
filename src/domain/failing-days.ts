import type { Instant } from './instant.ts';

export const DAY_MS = 86_400_000;

/** Its people are warned of a destination from which nothing but failures came for so many days … */
export const WARN_AFTER_DAYS: readonly number[] = [1, 3, 4];
/** … and after so many it is disabled. */
export const DISABLE_AFTER_DAYS = 5;

export type FailingStep = { kind: 'none' } | { kind: 'warn'; days: number } | { kind: 'disable' };

/**
 * What is due for a destination that has been failing. Of warnings that were missed only the last
 * is given.
 *
 * @param warnings days for which a warning was due and is given or passed over
 */
export function failingStep(since: Instant, warnings: number, now: Instant): FailingStep {
  const days = (now - since) / DAY_MS;
  if (days >= DISABLE_AFTER_DAYS) return { kind: 'disable' };
  const reached = WARN_AFTER_DAYS.filter((after) => after <= days);
  const last = reached.at(-1);
  if (last === undefined || reached.length <= warnings) return { kind: 'none' };
  return { kind: 'warn', days: last };
}

/** Warnings that are behind a destination which was warned after so many days. */
export function warningsAfter(days: number): number {
  return WARN_AFTER_DAYS.indexOf(days) + 1;
}
