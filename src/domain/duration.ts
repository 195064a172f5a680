const DURATION = /^P(?!$)(?:(\d{1,5})W|(?:(\d{1,5})D)?(?:T(?=\d)(?:(\d{1,6})H)?(?:(\d{1,7})M)?)?)$/;

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const WEEK_MS = 7 * DAY_MS;

/**
 * The length of an ISO 8601 duration in milliseconds; null for what is none.
 *
 * Weeks, days of 24 hours, hours and minutes, in whole numbers: `P1W`, `P1DT12H`, `PT90M`. Months
 * and years are none, because their length depends on where they begin.
 *
 * @see RFC 3339, appendix A
 */
export function durationMs(text: string): number | null {
  const found = DURATION.exec(text);
  if (!found) return null;
  const [weeks, days, hours, minutes] = found.slice(1).map((digits) => Number(digits ?? 0));
  return sum(weeks, WEEK_MS) + sum(days, DAY_MS) + sum(hours, HOUR_MS) + sum(minutes, MINUTE_MS);
}

function sum(count: number | undefined, unitMs: number): number {
  return (count ?? 0) * unitMs;
}
