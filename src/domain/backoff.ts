import { KILL_WAITS_MS } from './kill-waits.ts';
import type { OutcomeClass } from './outcome.ts';

/** What to do with a placement after an attempt. */
export type NextStep =
  | { kind: 'done' }
  /** Due again after `delayMs`. */
  | { kind: 'retry'; delayMs: number }
  /** No further try by itself; a person may replay it. */
  | { kind: 'dead' }
  /** The destination waits until a person has seen to it. */
  | { kind: 'pause' }
  /** The destination is switched off. */
  | { kind: 'disable' };

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/** Waits after the first, second … failed try; the last one repeats. */
const WAITS_MS = [
  5 * SECOND_MS,
  30 * SECOND_MS,
  2 * MINUTE_MS,
  10 * MINUTE_MS,
  30 * MINUTE_MS,
  2 * HOUR_MS,
  5 * HOUR_MS,
  10 * HOUR_MS,
  12 * HOUR_MS,
];

/** The last try of one wanted state falls on the end of its third day. */
const LAST_TRY_MS = 72 * HOUR_MS;
const REFUSALS_BEFORE_DEAD = 3;

/**
 * Decides what follows an attempt.
 *
 * @param attempts tries of this wanted state so far, this one included
 * @param ageMs since the first of them
 * @param random at least 0 and below 1; spreads retries by a quarter either way
 */
export function nextStep(
  outcome: OutcomeClass,
  attempts: number,
  ageMs: number,
  random: number,
): NextStep {
  switch (outcome) {
    case 'placed':
      return { kind: 'done' };
    case 'gone':
      return { kind: 'disable' };
    case 'credentials':
      return { kind: 'pause' };
    case 'blocked':
      return { kind: 'dead' };
    case 'refused':
    case 'misconfigured':
      if (attempts >= REFUSALS_BEFORE_DEAD) return { kind: 'dead' };
      return retry(WAITS_MS, attempts, random);
    case 'later':
    case 'ours':
      return retryUntilLastTry(attempts, ageMs, random);
  }
}

/** What follows a kill's failed attempt, whatever its outcome and whatever the outlet asks for. */
export function nextKillStep(attempts: number, random: number): NextStep & { kind: 'retry' } {
  return retry(KILL_WAITS_MS, attempts, random);
}

function retryUntilLastTry(attempts: number, ageMs: number, random: number): NextStep {
  if (ageMs >= LAST_TRY_MS) return { kind: 'dead' };
  const { kind, delayMs } = retry(WAITS_MS, attempts, random);
  return { kind, delayMs: Math.min(delayMs, LAST_TRY_MS - ageMs) };
}

function retry(waitsMs: readonly number[], attempts: number, random: number) {
  const waitMs = waitsMs[Math.min(attempts, waitsMs.length) - 1] ?? SECOND_MS;
  return { kind: 'retry', delayMs: Math.round(waitMs * (0.75 + random / 2)) } as const;
}
