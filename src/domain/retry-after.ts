import { parseHttpDate } from './http-date.ts';
import type { Instant } from './instant.ts';

/** Nobody is left alone for longer than a day, whatever they ask for. */
const LONGEST_WAIT_MS = 24 * 60 * 60 * 1000;

/**
 * How long a `Retry-After` header asks to wait: in seconds or until an HTTP date (RFC 9110,
 * 10.2.3).
 *
 * @returns milliseconds from `now`, at most a day; undefined when absent, past or unreadable
 */
export function parseRetryAfter(value: string | undefined, now: Instant): number | undefined {
  const text = value?.trim() ?? '';
  const until = /^\d+$/.test(text) ? now + Number(text) * 1000 : parseHttpDate(text, now);
  if (until === undefined || until < now) return undefined;
  return Math.min(until - now, LONGEST_WAIT_MS);
}
