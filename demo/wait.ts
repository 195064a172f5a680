import { setTimeout as pause } from 'node:timers/promises';
import { DemoFailed } from './confirm.ts';

const LOOK_MS = 10;
const PATIENCE_MS = 20_000;

/**
 * Looks until there is something to see.
 *
 * @param what completes "Waited 20 s for …"
 * @throws DemoFailed when it does not come in time
 */
export async function waitFor<T>(
  what: string,
  look: () => T | undefined | Promise<T | undefined>,
): Promise<T> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const seen = await look();
    if (seen !== undefined) return seen;
    if (Date.now() > end) throw new DemoFailed(`Waited ${PATIENCE_MS / 1000} s for ${what}.`);
    await pause(LOOK_MS);
  }
}
