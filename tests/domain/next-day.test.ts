import { nextDay } from '../../src/domain/next-day.ts';

test.each([
  ['an ordinary day', 'Europe/Oslo', '2026-03-10T21:30:00Z', '2026-03-10T23:00:00.000Z'],
  [
    'a moment before midnight',
    'Europe/Oslo',
    '2026-03-10T22:59:59.999Z',
    '2026-03-10T23:00:00.000Z',
  ],
  ['midnight itself', 'Europe/Oslo', '2026-03-10T23:00:00Z', '2026-03-11T23:00:00.000Z'],
  ['a day of 23 hours', 'Europe/Oslo', '2026-03-28T23:00:00Z', '2026-03-29T22:00:00.000Z'],
  ['a day of 25 hours', 'Europe/Oslo', '2026-10-24T22:00:00Z', '2026-10-25T23:00:00.000Z'],
  [
    'the other side of the world',
    'Pacific/Auckland',
    '2026-01-01T11:30:00Z',
    '2026-01-02T11:00:00.000Z',
  ],
  [
    'the last day of a year',
    'America/New_York',
    '2025-12-31T20:00:00Z',
    '2026-01-01T05:00:00.000Z',
  ],
  ['a quarter of an hour', 'Asia/Kathmandu', '2026-05-05T12:00:00Z', '2026-05-05T18:15:00.000Z'],
  [
    'a midnight that clocks skip',
    'Africa/Cairo',
    '2026-04-23T12:00:00Z',
    '2026-04-23T22:00:00.000Z',
  ],
  [
    'a date that a zone left out',
    'Pacific/Apia',
    '2011-12-30T09:00:00Z',
    '2011-12-30T10:00:00.000Z',
  ],
  ['no zone but UTC', 'UTC', '2024-02-28T12:00:00Z', '2024-02-29T00:00:00.000Z'],
])('the day after %s begins in %s after %s at %s', (_what, zone, instant, expected) => {
  expect(new Date(nextDay(Date.parse(instant), zone)).toISOString()).toBe(expected);
});
