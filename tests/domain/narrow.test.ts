import fc from 'fast-check';
import { beyondTerms } from '../../src/domain/beyond-terms.ts';
import { MEDIA } from '../../src/domain/media.ts';
import { narrow } from '../../src/domain/narrow.ts';
import { DEFAULT_TERMS, type Terms } from '../../src/domain/terms.ts';
import { EDIT_LEVELS, IMAGE_LEVELS } from '../../src/domain/use.ts';
import { DAY, NOW, sampleFacts } from './samples.ts';

const terms: Terms = {
  ...DEFAULT_TERMS,
  media: ['web', 'app'],
  territories: ['NO', 'SE', 'DK'],
  excludeTerritories: ['DK'],
  languages: ['en', 'no'],
  window: { ...DEFAULT_TERMS.window, notBefore: NOW + DAY, maxDays: 7 },
  edits: { ...DEFAULT_TERMS.edits, level: 'style' },
  images: 'withStory',
};

test('every field is cut to what is on offer', () => {
  const facts = sampleFacts({
    use: {
      media: ['print', 'web'],
      territories: ['SE', 'DK', 'FI', 'NO'],
      languages: ['fi', 'en-GB'],
      until: NOW + 100 * DAY,
      edits: 'any',
      images: 'listed',
    },
    rights: { excludeTerritories: ['SE'] },
  });
  expect(narrow(facts, terms)).toEqual({
    media: ['web'],
    territories: ['NO'],
    excludeTerritories: [],
    languages: ['en-GB'],
    from: NOW + DAY,
    until: NOW + 7 * DAY,
    edits: 'style',
    images: 'withStory',
  });
});

test('what is asked within the terms is granted as asked', () => {
  const use = { edits: 'none', images: 'none', until: NOW + 3 * DAY } as const;
  expect(narrow(sampleFacts({ use }), terms)).toMatchObject(use);
});

test('the world narrows to the territories on offer', () => {
  const facts = sampleFacts({ use: { territories: ['world'] } });
  expect(narrow(facts, terms)).toMatchObject({ territories: ['NO', 'SE'], excludeTerritories: [] });
});

test('the world of a world on offer stays the world, without what is left out', () => {
  const facts = sampleFacts({
    use: { territories: ['world'] },
    rights: { excludeTerritories: ['RU'] },
  });
  expect(narrow(facts, { ...DEFAULT_TERMS, excludeTerritories: ['BY'] })).toMatchObject({
    territories: ['world'],
    excludeTerritories: ['BY', 'RU'],
  });
});

test('fields of which nothing is left are named, each with what is on offer', () => {
  const facts = sampleFacts({ use: { media: ['print'], territories: ['FI'], languages: ['fi'] } });
  expect(narrow(facts, terms)).toMatchObject([
    { code: 'media-not-offered', pointer: '#/use/media' },
    { code: 'territories-not-offered', pointer: '#/use/territories' },
    { code: 'languages-not-offered', pointer: '#/use/languages' },
  ]);
});

test('territories that the article itself leaves out are named as such', () => {
  const facts = sampleFacts({ rights: { excludeTerritories: ['NO'] } });
  expect(narrow(facts, terms)).toMatchObject([
    { code: 'nothing-offered', pointer: '#/use/territories' },
  ]);
});

test('an embargo beyond the narrowed end leaves nothing', () => {
  const facts = sampleFacts({ article: { embargoUntil: NOW + 8 * DAY } });
  expect(narrow(facts, terms)).toMatchObject([{ code: 'nothing-left', pointer: '#/use/until' }]);
});

test.each([
  ['a killed article', { article: { state: 'killed' } }, 'article-killed'],
  ['an article not for reprint', { rights: { reprint: 'none' } }, 'not-for-reprint'],
  ['an excluded outlet', { rights: { excludeOutlets: ['outlet-1'] } }, 'outlet-excluded'],
] as const)('no person can grant %s', (_what, changes, code) => {
  expect(narrow(sampleFacts(changes), terms)).toMatchObject([{ code }]);
});

test('no person can grant under terms whose offer had closed when the article was asked for', () => {
  const window = { ...DEFAULT_TERMS.window, offerDays: 2 };
  const late = sampleFacts({ article: { publishedAt: NOW - 3 * DAY } });
  expect(narrow(late, { ...DEFAULT_TERMS, window })).toMatchObject([{ code: 'offer-closed' }]);
  const inTime = { ...late, askedAt: NOW - 2 * DAY };
  expect(narrow(inTime, { ...DEFAULT_TERMS, window })).toHaveProperty('from', NOW);
});

test('a language into which nobody may translate is left out', () => {
  const facts = sampleFacts({ use: { languages: ['nb', 'en-GB'] } });
  const named: Terms = { ...DEFAULT_TERMS, languages: ['nb', 'en'] };
  expect(narrow(facts, named)).toMatchObject({ languages: ['en-GB'] });
  const translated: Terms = { ...named, translation: 'withApproval' };
  expect(narrow(facts, translated)).toMatchObject({ languages: ['nb', 'en-GB'] });
});

test('an article that is referred can be granted: this is the person it was referred to', () => {
  expect(narrow(sampleFacts({ rights: { reprint: 'refer' } }), terms)).toHaveProperty('from');
});

test('whatever is asked, what is granted lies within the terms', () => {
  const codes = fc.constantFrom('NO', 'SE', 'DK', 'FI');
  const asked = fc.record({
    media: fc.uniqueArray(fc.constantFrom(...MEDIA), { minLength: 1 }),
    territories: fc.oneof(fc.constant(['world']), fc.uniqueArray(codes, { minLength: 1 })),
    until: fc.integer({ min: NOW + 1, max: NOW + 400 * DAY }),
    edits: fc.constantFrom(...EDIT_LEVELS),
    images: fc.constantFrom(...IMAGE_LEVELS),
  });
  fc.assert(
    fc.property(asked, (use) => {
      const facts = sampleFacts({ use });
      const granted = narrow(facts, terms);
      if (Array.isArray(granted)) return granted.length > 0;
      return beyondTerms({ ...facts, use: granted }, terms).length === 0;
    }),
  );
});
