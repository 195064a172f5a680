import { parseRetryAfter } from '../../src/domain/retry-after.ts';

const now = Date.UTC(2026, 4, 14, 12);
const DAY_MS = 86_400_000;

test.each([
  ['120', 120_000],
  [' 7 ', 7_000],
  ['0', 0],
  ['Thu, 14 May 2026 12:10:00 GMT', 600_000],
  ['Thursday, 14-May-26 12:10:00 GMT', 600_000],
  ['Thu May 14 12:10:00 2026', 600_000],
])('reads %p', (value, waitMs) => {
  expect(parseRetryAfter(value, now)).toBe(waitMs);
});

test.each(['86401', '99999999999999999999999', 'Sat, 16 May 2026 12:00:00 GMT'])(
  'waits at most a day for %p',
  (value) => {
    expect(parseRetryAfter(value, now)).toBe(DAY_MS);
  },
);

test.each([undefined, '', '-5', '1.5', '1e3', '5, 5', 'soon', 'Thu, 14 May 2026 11:59:59 GMT'])(
  'ignores %p',
  (value) => {
    expect(parseRetryAfter(value, now)).toBeUndefined();
  },
);
