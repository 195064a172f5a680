import type { Instant } from './instant.ts';

/** Failures in a row that open a breaker. */
export const FAILURES_IN_A_ROW = 5;
/** Or half of at least so many tries within the window. */
export const TRIES_IN_WINDOW = 20;
export const WINDOW_SECONDS = 300;
/** How long it is open at first; each time in a row it is twice as long. */
export const FIRST_OPEN_SECONDS = 30;
export const LONGEST_OPEN_SECONDS = 900;
/** Sends at once to a destination whose owner set no limit. */
export const USUAL_CONCURRENCY = 5;

/**
 * Keeps a destination that fails from being tried again and again. Closed: everything goes. Open:
 * nothing goes, save withdrawals of killed and withheld stories. Then it is tried again: one send,
 * and with each answer one more at once, until the usual number closes it; a failure on the way
 * opens it for twice as long.
 *
 * The same rule stands in SQL in `db/health/after-tries.ts`, where it is applied.
 */
export interface Breaker {
  /** In a row. */
  failures: number;
  /** How often it opened without having been closed in between. */
  opened: number;
  /** Null when closed. Once it has passed, the destination is being tried again. */
  openUntil: Instant | null;
  /** Sends at once while it is being tried again; null when closed. */
  ramp: number | null;
  /** The window begins with its first failure; a destination without one costs no count. */
  windowFrom: Instant;
  windowTries: number;
  windowFailures: number;
}

export const CLOSED: Breaker = {
  failures: 0,
  opened: 0,
  openUntil: null,
  ramp: null,
  windowFrom: Number.NEGATIVE_INFINITY,
  windowTries: 0,
  windowFailures: 0,
};

/** What tries of a destination came to, all of them at about the same time. */
export interface Tries {
  /** Silence, trouble, or a redirect; never a fault of this service. */
  failures: number;
  /** It took the text, or refused it: either way it is there. */
  answers: number;
  /** Failures after the last answer. */
  failuresAtEnd: number;
}

/** The breaker after these tries. Those that end while it is open had begun before, and change nothing. */
export function afterTries(breaker: Breaker, tries: Tries, usual: number, now: Instant): Breaker {
  if (breaker.openUntil !== null && now < breaker.openUntil) return breaker;
  const counted = count(breaker, tries, now);
  if (breaker.ramp === null) return tooMany(counted) ? open(counted, now) : counted;
  if (tries.failures > 0) return open(counted, now);
  const ramp = breaker.ramp + tries.answers;
  return ramp >= usual ? CLOSED : { ...counted, ramp };
}

function count(breaker: Breaker, tries: Tries, now: Instant): Breaker {
  const { failures, answers } = tries;
  const inARow = answers > 0 ? tries.failuresAtEnd : breaker.failures + failures;
  const inWindow = now < breaker.windowFrom + WINDOW_SECONDS * 1_000;
  if (!inWindow && failures === 0) return { ...breaker, failures: inARow };
  return {
    ...breaker,
    failures: inARow,
    windowFrom: inWindow ? breaker.windowFrom : now,
    windowTries: (inWindow ? breaker.windowTries : 0) + failures + answers,
    windowFailures: (inWindow ? breaker.windowFailures : 0) + failures,
  };
}

function tooMany({ failures, windowTries, windowFailures }: Breaker): boolean {
  if (failures >= FAILURES_IN_A_ROW) return true;
  return windowTries >= TRIES_IN_WINDOW && windowFailures * 2 >= windowTries;
}

function open(breaker: Breaker, now: Instant): Breaker {
  const seconds = Math.min(FIRST_OPEN_SECONDS * 2 ** breaker.opened, LONGEST_OPEN_SECONDS);
  return {
    ...CLOSED,
    failures: breaker.failures,
    opened: breaker.opened + 1,
    openUntil: now + seconds * 1_000,
    ramp: 1,
  };
}

export type BreakerState = 'closed' | 'open' | 'probing' | 'ramping';

/** What people call the state of a breaker. */
export function breakerState(
  { openUntil, ramp }: Pick<Breaker, 'openUntil' | 'ramp'>,
  now: Instant,
): BreakerState {
  if (ramp === null) return 'closed';
  if (openUntil !== null && now < openUntil) return 'open';
  return ramp === 1 ? 'probing' : 'ramping';
}
