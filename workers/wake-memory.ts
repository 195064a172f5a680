import type { Wake } from './wake-ups.ts';

/** What still is due so long after it was woken is woken again; each time it is waited for longer. */
const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 8_000;
/** A transaction dates what it makes due at its beginning, and shows it at its end, so much later. */
const COMMIT_WITHIN_MS = 1_000;

interface Woken {
  at: number;
  since: number;
  waitMs: number;
}

/**
 * Remembers who was woken, so that a destination with a thousand placements due is not told so at
 * every look. Forgetting costs a wake-up too many, never one too few.
 */
export interface WakeMemory {
  /**
   * Of what is due at `now` that which has to be woken: what was not yet, what has got newer work
   * since, and what is due still. All that is no longer due is forgotten.
   */
  choose(wakes: readonly Wake[], now: number): Wake[];
  /** Notes that these were woken for what was due at `now`. */
  note(wakes: readonly Wake[], now: number): void;
  forget(): void;
}

export function wakeMemory(): WakeMemory {
  let memory = new Map<string, Woken>();
  return {
    choose(wakes, now) {
      const kept = new Map<string, Woken>();
      const chosen: Wake[] = [];
      for (const wake of wakes) {
        const key = keyOf(wake);
        const woken = memory.get(key);
        if (woken) kept.set(key, woken);
        if (!woken || isNewer(wake, woken) || now - woken.at >= woken.waitMs) chosen.push(wake);
      }
      memory = kept;
      return chosen;
    },
    note(wakes, now) {
      for (const wake of wakes) {
        const key = keyOf(wake);
        const waitMs = waitAfter(memory.get(key), wake);
        memory.set(key, { at: now, since: wake.since, waitMs });
      }
    },
    forget() {
      memory = new Map();
    },
  };
}

function waitAfter(before: Woken | undefined, wake: Wake): number {
  if (!before || isNewer(wake, before)) return FIRST_WAIT_MS;
  return Math.min(before.waitMs * 2, LONGEST_WAIT_MS);
}

/**
 * Whether there is work that its destination was not woken for. The newest that is due is the last
 * to be done, so another one says so: newer work, or some that a transaction was hiding.
 */
function isNewer({ since }: Wake, woken: Woken): boolean {
  return since !== woken.since && since > woken.at - COMMIT_WITHIN_MS;
}

function keyOf({ queue, destination, urgent }: Wake): string {
  return `${queue} ${destination}${urgent ? ' urgent' : ''}`;
}
