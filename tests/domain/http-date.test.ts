import { parseHttpDate } from '../../src/domain/http-date.ts';

const now = Date.UTC(2026, 4, 14, 12);
const moment = Date.UTC(2026, 4, 14, 18, 30, 5);

test.each([
  ['the preferred form', 'Thu, 14 May 2026 18:30:05 GMT'],
  ['the form of RFC 850', 'Thursday, 14-May-26 18:30:05 GMT'],
  ['the form of asctime', 'Thu May 14 18:30:05 2026'],
])('reads %s', (_, text) => {
  expect(parseHttpDate(text, now)).toBe(moment);
});

test('reads a day of one digit in the form of asctime', () => {
  expect(parseHttpDate('Mon Jun  1 00:00:00 2026', now)).toBe(Date.UTC(2026, 5, 1));
});

test('takes a two-digit year more than fifty years ahead for one of the past', () => {
  expect(parseHttpDate('Saturday, 01-Jan-77 00:00:00 GMT', now)).toBe(Date.UTC(1977, 0, 1));
  expect(parseHttpDate('Wednesday, 01-Jan-76 00:00:00 GMT', now)).toBe(Date.UTC(2076, 0, 1));
});

test.each([
  '',
  'soon',
  '2026-05-14T18:30:05Z',
  'Thu, 14 May 2026 18:30:05 CET',
  'Thu, 14 Mai 2026 18:30:05 GMT',
  'Wed, 31 Jun 2026 18:30:05 GMT',
  'Thu, 14 May 2026 25:30:05 GMT',
  'thu, 14 may 2026 18:30:05 gmt',
  'Thu, 14 May 2026 18:30:05 GMT and more',
])('does not read %p', (text) => {
  expect(parseHttpDate(text, now)).toBeUndefined();
});
