/**
 * What an attempt to deliver came to, and so what happens next (see `backoff.ts`):
 * - `placed`         the outlet has the wanted state
 * - `gone`           the outlet says that the endpoint is gone for good
 * - `credentials`    the outlet does not accept who we are
 * - `refused`        the outlet will not take this
 * - `later`          it may work later: busy, broken, silent, unreachable
 * - `misconfigured`  the outlet points elsewhere; a redirect is shown, never followed
 * - `blocked`        the address may not be reached from here; nothing was sent
 * - `ours`           our own fault, not charged to the outlet
 */
export const OUTCOME_CLASSES = [
  'placed',
  'gone',
  'credentials',
  'refused',
  'later',
  'misconfigured',
  'blocked',
  'ours',
] as const;
export type OutcomeClass = (typeof OUTCOME_CLASSES)[number];

/** One attempt's result, as it is kept for editors and auditors. */
export interface Outcome {
  class: OutcomeClass;
  /** Stable, for programs: `http-503`, `timeout`, `address-not-allowed`. */
  code: string;
  /** A sentence for an editor. */
  message: string;
  /** The HTTP status, when one came. */
  status?: number;
  /** The address that answered. */
  remoteAddress?: string;
  /** The beginning of the answer, at most 16 KB of UTF-8 without control characters. */
  excerpt?: string;
  /** What the outlet calls its copy: the URL where it runs, else an id of its own. */
  remoteRef?: string;
  /** No answer came after something had left: it may have arrived all the same. */
  doubtful?: boolean;
  /** How long the outlet asks to be left alone. */
  retryAfterMs?: number;
}

/** Statuses of the 4xx class that say "not now" rather than "not this" (RFC 9110, 15.5; RFC 6585; RFC 8470). */
const NOT_NOW: ReadonlySet<number> = new Set([408, 409, 425, 429]);

/** What an HTTP status means. One that HTTP does not define counts as 5xx (RFC 9110, 15). */
export function classifyStatus(status: number): OutcomeClass {
  if (status >= 200 && status < 300) return 'placed';
  if (status >= 300 && status < 400) return 'misconfigured';
  if (status === 410) return 'gone';
  if (status === 401 || status === 403) return 'credentials';
  if (status >= 400 && status < 500 && !NOT_NOW.has(status)) return 'refused';
  return 'later';
}
