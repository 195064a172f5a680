import { z } from 'zod';

/** An instant as it is written: RFC 3339 with an offset, in the years 0001 to 9999 of UTC. */
export const InstantText = z.iso
  .datetime({
    offset: true,
    error: 'Write an RFC 3339 instant with its offset, such as 2026-03-01T06:00:00Z.',
    abort: true,
  })
  .refine(hasFourDigitYear, 'In UTC this lies outside the years 0001 to 9999.');

/** An instant as it is read: epoch milliseconds. */
export const InstantBody = InstantText.transform((text) => Date.parse(text));

/**
 * An offset can carry the last hours of 9999 into a year that RFC 3339 cannot write; PostgreSQL
 * has no year 0.
 */
function hasFourDigitYear(text: string): boolean {
  const year = new Date(text).getUTCFullYear();
  return year >= 1 && year <= 9999;
}
