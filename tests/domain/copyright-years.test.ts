import { copyrightYear, copyrightYears } from '../../src/domain/footer.ts';

describe('copyrightYears', () => {
  const newYearInAuckland = Date.UTC(2025, 11, 31, 11);

  test('takes the year of the publication’s own calendar', () => {
    expect(copyrightYears(2011, newYearInAuckland, 'Pacific/Auckland')).toBe('2011-2026');
    expect(copyrightYears(2011, newYearInAuckland, 'Pacific/Honolulu')).toBe('2011-2025');
    expect(copyrightYear(newYearInAuckland, 'Pacific/Auckland')).toBe(2026);
  });

  test('is one year when both are the same', () => {
    expect(copyrightYears(2025, newYearInAuckland, 'UTC')).toBe('2025');
  });

  test('never runs backwards for a story older than the publication', () => {
    expect(copyrightYears(2030, newYearInAuckland, 'UTC')).toBe('2030');
  });
});

describe('at the turn of a year', () => {
  const december31 = Date.UTC(2027, 11, 31, 23, 30);

  test.each([
    ['Europe/Oslo', 2028],
    ['UTC', 2027],
    ['Europe/London', 2027],
    ['Pacific/Kiritimati', 2028],
    ['Etc/GMT+12', 2027],
    ['America/St_Johns', 2027],
    ['Asia/Kathmandu', 2028],
  ])('a story of 23:30Z in %s is of %i', (timeZone, year) => {
    expect(copyrightYear(december31, timeZone)).toBe(year);
  });

  test('the new year begins with its first millisecond, UTC+14 a day before UTC−12', () => {
    const first = Date.UTC(2028, 0, 1) - 14 * 3_600_000;
    expect(copyrightYear(first - 1, 'Pacific/Kiritimati')).toBe(2027);
    expect(copyrightYear(first, 'Pacific/Kiritimati')).toBe(2028);
    const last = Date.UTC(2028, 0, 1) + 12 * 3_600_000;
    expect(copyrightYear(last - 1, 'Etc/GMT+12')).toBe(2027);
    expect(copyrightYear(last, 'Etc/GMT+12')).toBe(2028);
  });

  test('the last day of a leap year is its own, and summer time south of the line counts', () => {
    expect(copyrightYear(Date.UTC(2028, 11, 30, 12), 'Asia/Tokyo')).toBe(2028);
    expect(copyrightYear(Date.UTC(2028, 11, 31, 13), 'Australia/Sydney')).toBe(2029);
    expect(copyrightYear(Date.UTC(2028, 11, 31, 13), 'Australia/Brisbane')).toBe(2028);
  });

  test('calendars and digits of the place do not matter: the year is Gregorian, in 0 to 9', () => {
    for (const timeZone of ['Asia/Bangkok', 'Asia/Tehran', 'Asia/Riyadh']) {
      expect(copyrightYears(2009, december31, timeZone)).toBe('2009-2028');
    }
  });

  test('rights that begin in a later year than the story stand alone', () => {
    expect(copyrightYears(2028, december31, 'UTC')).toBe('2028');
    expect(copyrightYears(2028, december31, 'Europe/Oslo')).toBe('2028');
    expect(copyrightYears(2027, december31, 'Europe/Oslo')).toBe('2027-2028');
  });
});
