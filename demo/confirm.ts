import { tick } from './print.ts';

/** What the demo says did not hold. */
export class CheckFailed extends Error {}

/**
 * Prints a claim that holds.
 *
 * @param seen what is there instead, for the sentence of one that does not
 * @throws CheckFailed when it does not hold
 */
export function confirm(claim: string, holds: boolean, seen?: unknown): void {
  if (!holds) {
    throw new CheckFailed(seen === undefined ? claim : `${claim}\nSeen instead: ${String(seen)}`);
  }
  tick(claim);
}
