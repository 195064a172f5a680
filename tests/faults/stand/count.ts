import type { Arrival } from './arrival.ts';
import type { System } from './systems.ts';

/** What is to stand at a system in the end: a version, or nothing, or nothing any longer. */
export interface Want {
  system: System;
  article: string;
  /** `withdrawn`: the outlet was told that the text goes. `nothing`: or it never came. */
  version: number | 'withdrawn' | 'nothing';
}

export function isThere({ system, article, version }: Want): boolean {
  const standing = system.standing(article);
  if (version === 'nothing') return standing?.operation !== 'upsert';
  if (version === 'withdrawn') return standing?.operation === 'withdraw';
  return standing?.operation === 'upsert' && standing.version === version;
}

/**
 * States that were sent after a newer one of the same placement, whether they took effect or not,
 * and versions that took effect after a higher one.
 */
export function countOutOfOrder(system: System): number {
  return perPlacement(system).reduce((sum, arrivals) => sum + misplaced(arrivals), 0);
}

/** States that changed nothing and yet took effect: the same text, under the same licence, again. */
export function countDuplicated(system: System): number {
  return perPlacement(system).reduce((sum, arrivals) => sum + repeated(arrivals), 0);
}

function misplaced(arrivals: readonly Arrival[]): number {
  let [seq, version, count] = [0, 0, 0];
  for (const arrival of arrivals) {
    const isLate = arrival.seq < seq || (arrival.applied && arrival.version < version);
    if (isLate) count += 1;
    seq = Math.max(seq, arrival.seq);
    version = Math.max(version, arrival.version);
  }
  return count;
}

function repeated(arrivals: readonly Arrival[]): number {
  const states = arrivals
    .filter(({ applied }) => applied)
    .map(({ operation, version, licence, reason, text }) =>
      [operation, version, licence, reason, text].join(' '),
    );
  return states.filter((state, at) => state === states[at - 1]).length;
}

function perPlacement({ arrivals }: System): Arrival[][] {
  const groups = new Map<string, Arrival[]>();
  for (const arrival of arrivals) {
    const group = groups.get(arrival.placement);
    if (group) group.push(arrival);
    else groups.set(arrival.placement, [arrival]);
  }
  return [...groups.values()];
}
