import type { Instant } from './instant.ts';

const SECOND_MS = 1_000;
/** Longer than any local day, also one that ends on the far side of the date line. */
const LONGEST_DAY_S = 50 * 3_600;

/** Making one costs 40 times as much as using it. There are as many as there are time zones. */
const dateFormats = new Map<string, Intl.DateTimeFormat>();

/**
 * The first instant of the calendar day after that of `instant` in an IANA time zone: what the
 * clocks there show counts, so a day may have 23 or 25 hours, and where they skip midnight it
 * begins at one o'clock.
 */
export function nextDay(instant: Instant, timeZone: string): Instant {
  const today = localDate(instant, timeZone);
  const start = Math.floor(instant / SECOND_MS);
  let before = 0;
  let after = LONGEST_DAY_S;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (localDate((start + middle) * SECOND_MS, timeZone) > today) after = middle;
    else before = middle;
  }
  return (start + after) * SECOND_MS;
}

/** The date on the clocks there, as one number that rises with the calendar. */
function localDate(instant: Instant, timeZone: string): number {
  const parts = dateFormat(timeZone).formatToParts(instant);
  const number = (type: 'year' | 'month' | 'day') =>
    Number(parts.find((part) => part.type === type)?.value);
  return (number('year') * 13 + number('month')) * 32 + number('day');
}

function dateFormat(timeZone: string): Intl.DateTimeFormat {
  const known = dateFormats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
    timeZone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  });
  dateFormats.set(timeZone, format);
  return format;
}
