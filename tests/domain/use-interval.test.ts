import { beginning, intervalFaults, isEmptyInterval } from '../../src/domain/use-interval.ts';
import { DAY, NOW } from './samples.ts';

test.each([
  ['no beginning', undefined, NOW],
  ['a past one', NOW - DAY, NOW],
  ['one ahead', NOW + DAY, NOW + DAY],
])('a use with %s begins when it should', (_what, from, begins) => {
  expect(beginning({ from, until: NOW + 9 * DAY }, NOW)).toBe(begins);
});

test.each([
  ['ends now', { until: NOW }, 'in-the-past'],
  ['ended a day ago', { from: NOW - 2 * DAY, until: NOW - DAY }, 'in-the-past'],
  ['ends as it begins', { from: NOW + DAY, until: NOW + DAY }, 'not-after-from'],
  ['ends before it begins', { from: NOW + 2 * DAY, until: NOW + DAY }, 'not-after-from'],
])('an interval that %s is a fault of `until`', (_what, use, code) => {
  expect(intervalFaults(use, NOW)).toEqual([
    { pointer: '#/use/until', code, detail: expect.stringMatching(/\.$/) },
  ]);
});

test('an interval that began in the past and ends ahead is no fault', () => {
  expect(intervalFaults({ from: NOW - DAY, until: NOW + 1 }, NOW)).toEqual([]);
});

test.each([
  [0, 1000, false],
  [1, 1999, true],
  [1, 2000, false],
  [1001, 2000, true],
  [2000, 1000, true],
  [Number.NaN, 1000, true],
])('[%d, %d) ms holds no whole second: %s', (from, until, empty) => {
  expect(isEmptyInterval(from, until)).toBe(empty);
});
