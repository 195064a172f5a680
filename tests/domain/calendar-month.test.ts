import { calendarMonth } from '../../src/domain/calendar-month.ts';

test.each([
  ['UTC', '2026-03'],
  ['America/New_York', '2026-02'],
  ['Pacific/Auckland', '2026-03'],
])('the month is that of the clocks in %s', (timeZone, month) => {
  expect(calendarMonth(Date.UTC(2026, 2, 1, 3), timeZone)).toBe(month);
});

test('the calendar is the common one, wherever the zone lies', () => {
  expect(calendarMonth(Date.UTC(2026, 11, 31, 23), 'Asia/Bangkok')).toBe('2027-01');
});
