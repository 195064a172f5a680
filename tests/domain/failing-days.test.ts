import { DAY_MS, failingStep, warningsAfter } from '../../src/domain/failing-days.ts';

const SINCE = Date.UTC(2026, 2, 1);

function stepAfter(days: number, warnings = 0) {
  return failingStep(SINCE, warnings, SINCE + days * DAY_MS);
}

test('nothing happens for a day', () => {
  expect(stepAfter(0)).toEqual({ kind: 'none' });
  expect(stepAfter(0.99)).toEqual({ kind: 'none' });
});

test.each([
  [1, 0, 1],
  [2.9, 0, 1],
  [3, 1, 3],
  [4, 2, 4],
])('after %d days and %d warnings comes that of day %d', (days, warnings, warned) => {
  expect(stepAfter(days, warnings)).toEqual({ kind: 'warn', days: warned });
});

test('each warning is given once', () => {
  for (const days of [1, 3, 4]) {
    expect(stepAfter(days, warningsAfter(days))).toEqual({ kind: 'none' });
  }
});

test('of warnings that were missed only the last is given', () => {
  expect(stepAfter(4.5, 0)).toEqual({ kind: 'warn', days: 4 });
});

test('after five days it is disabled', () => {
  expect(stepAfter(4.999, 3)).toEqual({ kind: 'none' });
  expect(stepAfter(5, 3)).toEqual({ kind: 'disable' });
});
