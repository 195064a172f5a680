import { durationMs } from '../../src/domain/duration.ts';

const HOUR_MS = 3_600_000;

test.each([
  ['PT24H', 24 * HOUR_MS],
  ['PT90M', 1.5 * HOUR_MS],
  ['P1D', 24 * HOUR_MS],
  ['P1DT12H30M', 36.5 * HOUR_MS],
  ['P2W', 14 * 24 * HOUR_MS],
  ['PT0M', 0],
])('%s lasts %d ms', (text, ms) => {
  expect(durationMs(text)).toBe(ms);
});

test.each([
  '',
  'P',
  'PT',
  'P1DT',
  '24H',
  'P1M',
  'P1Y',
  'PT1.5H',
  'P1WT1H',
  'P-1D',
  'PT1H ',
  'pt1h',
])('%j is no duration that always has one length', (text) => {
  expect(durationMs(text)).toBeNull();
});
