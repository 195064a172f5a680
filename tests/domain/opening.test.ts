import fc from 'fast-check';
import { MEDIA } from '../../src/domain/media.ts';
import { offerEnd, opening } from '../../src/domain/opening.ts';
import { DEFAULT_TERMS, type Window } from '../../src/domain/terms.ts';
import { DAY, HOUR, NOW } from './samples.ts';

/** Half past six in the morning of the first of March, in Oslo. */
const published = { publishedAt: NOW - HOUR / 2, timeZone: 'Europe/Oslo' };
const window = (changes: Partial<Window>): Window => ({ ...DEFAULT_TERMS.window, ...changes });

test.each<[string, Partial<Window>, number | null]>([
  ['at once where nothing is said', {}, null],
  ['at an instant, whenever the article appeared', { notBefore: NOW + 5 * DAY }, NOW + 5 * DAY],
  ['so long after publication', { notBefore: { after: 'PT24H' } }, NOW - HOUR / 2 + DAY],
  ['on the next day of the zone', { notBefore: 'nextDay' }, Date.UTC(2026, 2, 1, 23)],
])('a text may be used %s', (_what, changes, expected) => {
  expect(opening(window(changes), published, ['web'])).toBe(expected);
});

test('a medium with a beginning of its own has that and no other', () => {
  const apart = window({
    notBefore: NOW + 2 * DAY,
    byMedium: { web: NOW + DAY, app: NOW + 3 * DAY },
  });
  expect(opening(apart, published, ['web'])).toBe(NOW + DAY);
  expect(opening(apart, published, ['app'])).toBe(NOW + 3 * DAY);
  expect(opening(apart, published, ['print'])).toBe(NOW + 2 * DAY);
});

test('a use in several media begins with the last of them, so that none begins too early', () => {
  const beginning = fc.option(fc.integer({ min: NOW, max: NOW + 90 * DAY }), { nil: undefined });
  const byMedium = fc.record(Object.fromEntries(MEDIA.map((medium) => [medium, beginning])));
  const media = fc.uniqueArray(fc.constantFrom(...MEDIA), { minLength: 1 });
  fc.assert(
    fc.property(byMedium, media, (own, asked) => {
      const said = Object.entries(own).filter(([, at]) => at !== undefined);
      const apart = window({ byMedium: Object.fromEntries(said) });
      const together = opening(apart, published, asked) ?? 0;
      const alone = asked.map((medium) => opening(apart, published, [medium]) ?? 0);
      expect(together).toBe(Math.max(...alone));
    }),
  );
});

test('an offer ends so many days after publication, or never', () => {
  expect(offerEnd(window({ offerDays: 7 }), published)).toBe(NOW - HOUR / 2 + 7 * DAY);
  expect(offerEnd(window({}), published)).toBeNull();
});
