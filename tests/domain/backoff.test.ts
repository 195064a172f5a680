import fc from 'fast-check';
import { nextKillStep, nextStep } from '../../src/domain/backoff.ts';

const MIDDLE = 0.5;
const DAY_MS = 86_400_000;
const S = 1_000;
const MIN = 60 * S;
const H = 60 * MIN;

test.each(['later', 'ours'] as const)('waits longer after each try that came to %s', (outcome) => {
  const waits = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map((attempts) =>
    nextStep(outcome, attempts, 0, MIDDLE),
  );
  expect(waits).toEqual(
    [5 * S, 30 * S, 2 * MIN, 10 * MIN, 30 * MIN, 2 * H, 5 * H, 10 * H, 12 * H, 12 * H, 12 * H].map(
      (delayMs) => ({ kind: 'retry', delayMs }),
    ),
  );
});

test('makes the last try at the end of the third day and then gives up', () => {
  expect(nextStep('later', 13, 3 * DAY_MS - 1, MIDDLE)).toEqual({ kind: 'retry', delayMs: 1 });
  expect(nextStep('later', 14, 3 * DAY_MS, MIDDLE)).toEqual({ kind: 'dead' });
});

test.each(['refused', 'misconfigured'] as const)('gives up after three tries: %s', (outcome) => {
  expect([1, 2, 3].map((attempts) => nextStep(outcome, attempts, 0, MIDDLE))).toEqual([
    { kind: 'retry', delayMs: 5 * S },
    { kind: 'retry', delayMs: 30 * S },
    { kind: 'dead' },
  ]);
});

test.each([
  ['placed', 'done'],
  ['gone', 'disable'],
  ['credentials', 'pause'],
  ['blocked', 'dead'],
] as const)('%s means %s at once', (outcome, kind) => {
  expect(nextStep(outcome, 1, 0, MIDDLE)).toEqual({ kind });
});

test('spreads every wait by a quarter either way', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 40 }),
      fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      (attempts, random) => {
        const steps = [nextStep('later', attempts, 0, random), nextKillStep(attempts, random)];
        const middles = [nextStep('later', attempts, 0, 0.5), nextKillStep(attempts, 0.5)];
        const ratios = steps.map((step, i) => waitOf(step) / waitOf(middles[i]));
        return ratios.every((ratio) => ratio >= 0.75 && ratio <= 1.25);
      },
    ),
  );
  expect(nextStep('later', 1, 0, 0)).toEqual({ kind: 'retry', delayMs: 3_750 });
});

function waitOf(step: ReturnType<typeof nextStep> | undefined): number {
  if (step?.kind !== 'retry') throw new Error('no retry');
  return step.delayMs;
}

test('a kill is tried within seconds at first, then hourly for good', () => {
  expect(
    [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 5_000].map((n) => nextKillStep(n, MIDDLE).delayMs),
  ).toEqual([S, 2 * S, 5 * S, 10 * S, 30 * S, MIN, 5 * MIN, 15 * MIN, H, H, H]);
});
