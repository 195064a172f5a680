import { KILL_WAITS_MS } from './kill-waits.ts';

/** A page that has not changed within a minute is not slow: its system may not have understood. */
const RESENT_FROM_MS = 60_000;

/** From the first try to the end of the last wait: then people are called. */
export const LADDER_MS = KILL_WAITS_MS.reduce((sum, waitMs) => sum + waitMs, 0);

/**
 * When a copy that was taken back is looked for again. It is never given up.
 *
 * @param looks so far, this one included
 * @returns the wait, and whether the withdrawal itself is sent once more at its end
 */
export function nextLook(looks: number): { afterMs: number; resend: boolean } {
  const afterMs = KILL_WAITS_MS[Math.min(looks, KILL_WAITS_MS.length) - 1] ?? LADDER_MS;
  return { afterMs, resend: afterMs >= RESENT_FROM_MS };
}
