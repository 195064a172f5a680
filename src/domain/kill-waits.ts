const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;

/**
 * Waits after the first, second … try to have a text gone that must not stand, and after each look
 * whether it is; the last one repeats. It is urgent at first, and never given up.
 */
export const KILL_WAITS_MS: readonly number[] = [
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
