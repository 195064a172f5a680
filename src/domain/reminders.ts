const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** A story that was killed or withheld: soon, then daily for as long as it is not confirmed. */
const URGENT_WAITS_MS = [15 * MINUTE_MS, 60 * MINUTE_MS, DAY_MS];
/** Anything else: people are reminded twice, and it stays on the list. */
const ORDINARY_WAITS_MS = [DAY_MS, 3 * DAY_MS];

/**
 * How long after people were told of a copy they are told again.
 *
 * @param reminders how many there have been
 * @param mustGo whether the story was killed or withheld
 * @returns null when they are told no more
 */
export function nextReminderMs(reminders: number, mustGo: boolean): number | null {
  if (!mustGo) return ORDINARY_WAITS_MS[reminders] ?? null;
  return URGENT_WAITS_MS[Math.min(reminders, URGENT_WAITS_MS.length - 1)] ?? DAY_MS;
}
