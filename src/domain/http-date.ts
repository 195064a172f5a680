import type { Instant } from './instant.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const MONTH = `(?<month>${MONTHS.join('|')})`;
const TIME = '(?<time>\\d{2}:\\d{2}:\\d{2})';

/** The three forms of RFC 9110, 5.6.7, the newest first. The weekday is not checked. */
const FORMS = [
  new RegExp(`^[A-Z][a-z]{2}, (?<day>\\d{2}) ${MONTH} (?<year>\\d{4}) ${TIME} GMT$`),
  new RegExp(`^[A-Z][a-z]{5,8}, (?<day>\\d{2})-${MONTH}-(?<year>\\d{2}) ${TIME} GMT$`),
  new RegExp(`^[A-Z][a-z]{2} ${MONTH} (?<day>[ \\d]\\d) ${TIME} (?<year>\\d{4})$`),
];

/**
 * Reads a date as HTTP writes it. `now` decides the century of the obsolete two-digit year.
 *
 * @returns undefined when the text has none of the forms or names no real day
 */
export function parseHttpDate(text: string, now: Instant): Instant | undefined {
  const parts = FORMS.map((form) => form.exec(text)?.groups).find((groups) => groups);
  if (parts === undefined) return undefined;
  const month = MONTHS.indexOf(parts.month ?? '') + 1;
  const year = fullYear(parts.year ?? '', now);
  const day = (parts.day ?? '').trim().padStart(2, '0');
  const iso = `${year}-${String(month).padStart(2, '0')}-${day}T${parts.time}`;
  const instant = Date.parse(`${iso}Z`);
  // Date.parse rolls 31 June over into July.
  return new Date(instant || 0).toISOString().startsWith(iso) ? instant : undefined;
}

/** A two-digit year more than 50 years ahead is one of the past (RFC 9110, 5.6.7). */
function fullYear(digits: string, now: Instant): string {
  if (digits.length === 4) return digits;
  const thisYear = new Date(now).getUTCFullYear();
  const year = thisYear - (thisYear % 100) + Number(digits);
  return String(year > thisYear + 50 ? year - 100 : year);
}
