import type { Wake } from './wake-ups.ts';

/** What still is due so long after it was woken is woken again; each time it is waited for longer. */
const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 8_000;
/** A transaction dates what it makes due at its beginning, and shows it at its end, so much later. */
const COMMIT_WITHIN_MS = 1_000;
/** Where newer work comes and comes, its turn sees most of it: it is told so less and less often. */
const FIRST_CALM_MS = 250;
const LONGEST_CALM_MS = 2_000;

interface Woken {
  at: number;
  since: number;
  waitMs: number;
  /** How long newer work is not told of; 0 for at once. */
  calmMs: number;
}

/**
 * Remembers who was woken, so that a destination with a thousand placements due is not told so at
 * every look. Forgetting costs a wake-up too many, never one too few.
 */
export interface WakeMemory {
  /**
   * Of what is due at `now` that which has to be woken: what was not yet, what has got newer work
   * since, and what is due still. Urgent work is told at once however often it comes. All that is
   * no longer due is forgotten.
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
        if (!woken || isToBeTold(wake, woken, now)) chosen.push(wake);
      }
      memory = kept;
      return chosen;
    },
    note(wakes, now) {
      for (const wake of wakes) {
        const key = keyOf(wake);
        memory.set(key, { at: now, since: wake.since, ...waitsAfter(memory.get(key), wake) });
      }
    },
    forget() {
      memory = new Map();
    },
  };
}

function isToBeTold(wake: Wake, woken: Woken, now: number): boolean {
  const waitMs = isNewer(wake, woken) ? woken.calmMs : woken.waitMs;
  return now - woken.at >= waitMs;
}

function waitsAfter(before: Woken | undefined, wake: Wake): Pick<Woken, 'waitMs' | 'calmMs'> {
  if (!before) return { waitMs: FIRST_WAIT_MS, calmMs: 0 };
  if (!isNewer(wake, before)) {
    return { waitMs: Math.min(before.waitMs * 2, LONGEST_WAIT_MS), calmMs: before.calmMs };
  }
  const calmer = Math.min(Math.max(before.calmMs * 2, FIRST_CALM_MS), LONGEST_CALM_MS);
  return { waitMs: FIRST_WAIT_MS, calmMs: isUrgent(wake) ? 0 : calmer };
}

function isUrgent({ queue, urgent }: Wake): boolean {
  return queue === 'urgent' || urgent === true;
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
