const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;

/** Waits after the first, second … look that did not find a text gone; the last one repeats. */
const WAITS_MS = [
  1 * SECOND_MS,
  2 * SECOND_MS,
  5 * SECOND_MS,
  10 * SECOND_MS,
  30 * SECOND_MS,
  1 * MINUTE_MS,
  5 * MINUTE_MS,
  15 * MINUTE_MS,
  60 * MINUTE_MS,
];

/** A page that has not changed within a minute is not slow: its system may not have understood. */
const RESENT_FROM_MS = MINUTE_MS;

/** From the first try to the end of the last wait: then people are called. */
export const LADDER_MS = WAITS_MS.reduce((sum, waitMs) => sum + waitMs, 0);

/**
 * When a copy that was taken back is looked for again. It is never given up.
 *
 * @param looks so far, this one included
 * @returns the wait, and whether the withdrawal itself is sent once more at its end
 */
export function nextLook(looks: number): { afterMs: number; resend: boolean } {
  const afterMs = WAITS_MS[Math.min(looks, WAITS_MS.length) - 1] ?? SECOND_MS;
  return { afterMs, resend: afterMs >= RESENT_FROM_MS };
}
