import { grantUse } from '../../src/domain/grant-use.ts';
import { DEFAULT_TERMS } from '../../src/domain/terms.ts';
import { DAY, NOW, sampleFacts } from './samples.ts';

test('what the ask leaves open is filled in', () => {
  expect(grantUse(sampleFacts(), DEFAULT_TERMS)).toEqual({
    media: ['web'],
    territories: ['NO'],
    excludeTerritories: [],
    languages: ['en-GB'],
    from: NOW,
    until: NOW + 30 * DAY,
    edits: 'none',
    images: 'none',
  });
});

test('the world is granted without what the terms and the article leave out', () => {
  const facts = sampleFacts({
    use: { territories: ['world'] },
    rights: { excludeTerritories: ['RU', 'BY'] },
  });
  const terms = { ...DEFAULT_TERMS, excludeTerritories: ['KP', 'BY'] };
  expect(grantUse(facts, terms)).toMatchObject({
    territories: ['world'],
    excludeTerritories: ['BY', 'KP', 'RU'],
  });
});

test.each([
  ['the ask, when that is last', NOW + 4 * DAY, NOW + 2 * DAY, NOW + 3 * DAY, NOW + 4 * DAY],
  ['the terms, when they are last', NOW + 2 * DAY, NOW + 4 * DAY, NOW + 3 * DAY, NOW + 4 * DAY],
  ['the embargo, when that is last', NOW + 2 * DAY, null, NOW + 4 * DAY, NOW + 4 * DAY],
  ['now, when all have passed', NOW - 2 * DAY, NOW - 4 * DAY, NOW - 3 * DAY, NOW],
])('a use begins by %s', (_what, from, notBefore, embargoUntil, begins) => {
  const facts = sampleFacts({ use: { from }, article: { embargoUntil } });
  const terms = { ...DEFAULT_TERMS, window: { ...DEFAULT_TERMS.window, notBefore } };
  expect(grantUse(facts, terms)).toMatchObject({ from: begins, until: NOW + 30 * DAY });
});

test('a use begins on the day after publication where the terms say so', () => {
  const window = { ...DEFAULT_TERMS.window, notBefore: 'nextDay' as const };
  expect(grantUse(sampleFacts(), { ...DEFAULT_TERMS, window })).toMatchObject({ from: NOW });
  const fresh = sampleFacts({ article: { publishedAt: NOW } });
  const midnightInOslo = Date.UTC(2026, 2, 1, 23);
  expect(grantUse(fresh, { ...DEFAULT_TERMS, window })).toMatchObject({ from: midnightInOslo });
});

test('a use that ends before its embargo lifts is refused and says so', () => {
  const facts = sampleFacts({ article: { embargoUntil: NOW + 30 * DAY } });
  expect(grantUse(facts, DEFAULT_TERMS)).toEqual([
    {
      code: 'nothing-left',
      message:
        'A reprint may begin at 2026-03-31T06:00:00.000Z, ' +
        'and the use would have ended by 2026-03-31T06:00:00.000Z.',
      pointer: '#/use/until',
    },
  ]);
});

test('what goes beyond the terms is refused, not cut', () => {
  expect(grantUse(sampleFacts({ use: { media: ['web', 'print'] } }), DEFAULT_TERMS)).toEqual([
    expect.objectContaining({ code: 'media-not-offered' }),
  ]);
});
