import type { Instant } from './instant.ts';

/** Making one costs 40 times as much as using it. There are as many as there are time zones. */
const monthFormats = new Map<string, Intl.DateTimeFormat>();

/** The month on the calendars of an IANA time zone at an instant: `2026-03`. */
export function calendarMonth(instant: Instant, timeZone: string): string {
  const parts = monthFormat(timeZone).formatToParts(instant);
  const part = (type: 'year' | 'month') => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year').padStart(4, '0')}-${part('month').padStart(2, '0')}`;
}

function monthFormat(timeZone: string): Intl.DateTimeFormat {
  const known = monthFormats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
    timeZone,
    year: 'numeric',
    month: 'numeric',
  });
  monthFormats.set(timeZone, format);
  return format;
}
