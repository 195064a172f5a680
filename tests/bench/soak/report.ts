import type { Sample } from './samples.ts';

/** How much more the last third may hold than the second: what a run varies, and no leak. */
const GROWTH = 1.1;

export interface SoakVerdict {
  held: boolean;
  lines: string[];
}

/** Memory flat, Redis flat, nothing rescued, nothing left behind. */
export function judgeSoak(samples: readonly Sample[]): SoakVerdict {
  const last = samples.at(-1);
  const checks = [
    flat('memory of the service', samples, ({ residentMb }) => residentMb, 'MB'),
    flat('memory of Redis', samples, ({ redisMb }) => redisMb, 'MB'),
    flat('keys on Redis', samples, ({ redisKeys }) => redisKeys, 'keys'),
    { held: last?.rescued === 0, says: `rescued by the sweep: ${last?.rescued}` },
    { held: last?.behind === 0, says: `not as wanted at the end: ${last?.behind}` },
  ];
  return {
    held: checks.every(({ held }) => held),
    lines: checks.map(({ held, says }) => `${held ? 'held' : 'NOT HELD'}  ${says}`),
  };
}

function flat(
  name: string,
  samples: readonly Sample[],
  of: (sample: Sample) => number,
  unit: string,
): { held: boolean; says: string } {
  const third = Math.floor(samples.length / 3);
  const before = mean(samples.slice(third, 2 * third).map(of));
  const after = mean(samples.slice(2 * third, -1).map(of));
  const says = `${name}: ${before.toFixed(1)} ${unit} in the second third, ${after.toFixed(1)} in the last`;
  return { held: after <= before * GROWTH, says };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

const COLUMNS = [
  'seconds',
  'residentMb',
  'redisMb',
  'redisKeys',
  'behind',
  'placements',
  'rescued',
] as const;

/** A line for each look. */
export function asSoakTable(samples: readonly Sample[]): string {
  const lines = samples.map((sample) => COLUMNS.map((column) => cell(sample[column])).join(''));
  return [COLUMNS.map((column) => column.padStart(12)).join(''), ...lines].join('\n');
}

function cell(value: number): string {
  return (Number.isInteger(value) ? String(value) : value.toFixed(1)).padStart(12);
}
