import type { Tier } from '../support/tiers.ts';

/** What a fault did, counted from what the outlets saw and what stands there at the end. */
export interface Tally {
  /** Placements where something else stands than what is wanted. */
  lost: number;
  /** States that took effect, or were sent, after a newer one, or before they might be. */
  outOfOrder: number;
  /** States that took effect twice. */
  duplicated: number;
  /** From the end of the fault until every outlet had what is wanted. */
  recoveryMs: number;
  /** What else had to hold and did not, a sentence each. */
  broken: readonly string[];
}

/** How a scenario is to be played. */
export interface Play {
  tier: Tier;
  /** At full length and size; else as short as still shows the fault. */
  full: boolean;
}

/** One fault that has to be survived. */
export interface Scenario {
  /** The fault, as the table names it. */
  name: string;
  tiers: readonly Tier[];
  /** The longest recovery that is allowed. */
  boundMs: number;
  /** Whether `npm test` plays it too, on its first tier, in the short form. */
  reduced: boolean;
  run(play: Play): Promise<Tally>;
}

/** Whether a fault was survived. */
export function survived({ boundMs }: Scenario, tally: Tally): boolean {
  const { lost, outOfOrder, duplicated, recoveryMs, broken } = tally;
  return lost + outOfOrder + duplicated + broken.length === 0 && recoveryMs <= boundMs;
}
