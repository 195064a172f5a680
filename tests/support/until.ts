import { setTimeout as sleep } from 'node:timers/promises';

const LOOK_EVERY_MS = 25;

/**
 * Looks until there is an answer, and returns it.
 *
 * @param look answers undefined or false for "not yet"
 * @throws Error naming what was waited for, when it does not come in time
 */
export async function until<Answer>(
  what: string,
  look: () => Answer | Promise<Answer>,
  withinMs = 10_000,
): Promise<Exclude<Answer, undefined | false | null>> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const answer = await look();
    if (answer !== undefined && answer !== false && answer !== null) {
      return answer as Exclude<Answer, undefined | false | null>;
    }
    if (Date.now() > deadline) throw new Error(`waited ${withinMs} ms in vain: ${what}`);
    await sleep(LOOK_EVERY_MS);
  }
}
