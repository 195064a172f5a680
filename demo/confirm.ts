import { tick } from './print.ts';

/** The demo cannot go on; the message says why, to the person who reads along. */
export class DemoFailed extends Error {}

/**
 * Prints a claim that holds.
 *
 * @param seen what is there instead, for the sentence of one that does not
 * @throws DemoFailed when it does not hold
 */
export function confirm(claim: string, holds: boolean, seen?: unknown): void {
  if (!holds) {
    const instead = seen === undefined ? '' : `\nSeen instead: ${String(seen)}`;
    throw new DemoFailed(`This does not hold: ${claim}${instead}`);
  }
  tick(claim);
}
