import { beyondTerms } from '../../src/domain/beyond-terms.ts';
import { MEDIA } from '../../src/domain/media.ts';
import { publicTerms } from '../../src/domain/public-terms.ts';
import { DEFAULT_TERMS, type Terms } from '../../src/domain/terms.ts';
import type { AskedUse } from '../../src/domain/use.ts';
import { DAY, NOW, sampleFacts } from './samples.ts';

const nordic: Partial<Terms> = { territories: ['NO', 'SE', 'DK'] };
const except: Partial<Terms> = { excludeTerritories: ['RU', 'BY'] };

test.each<[string, Partial<AskedUse>, Partial<Terms>]>([
  ['a medium on offer', { media: ['web'] }, { media: ['web', 'app'] }],
  ['codes within the world', { territories: ['NO', 'FI'] }, {}],
  ['the world where some are left out', { territories: ['world'] }, except],
  ['the language of the article', { languages: ['en-GB'] }, {}],
  ['a variant of a language on offer', { languages: ['en-GB'] }, { languages: ['en', 'no'] }],
  [
    'a translation that is on offer',
    { languages: ['nb', 'en-GB'] },
    { languages: ['nb', 'en'], translation: 'accurate' },
  ],
  ['another variety of the language', { languages: ['en-US'] }, { languages: ['en'] }],
  ['the last permitted instant', { until: NOW + 365 * DAY }, {}],
  ['days counted from a beginning ahead', { from: NOW + DAY, until: NOW + 366 * DAY }, {}],
  [
    'fewer edits than on offer',
    { edits: 'style' },
    { edits: { ...DEFAULT_TERMS.edits, level: 'shorten' } },
  ],
  ['fewer images than on offer', { images: 'none' }, { images: 'listed' }],
])('%s lies within the terms', (_what, use, terms) => {
  expect(beyondTerms(sampleFacts({ use }), { ...DEFAULT_TERMS, ...terms })).toEqual([]);
});

test.each<[string, Partial<AskedUse>, Partial<Terms>, string]>([
  [
    '#/use/media media-not-offered',
    { media: ['web', 'print', 'app'] },
    { media: ['web', 'newsletter'] },
    'Not on offer for print, app, only for web, newsletter.',
  ],
  [
    '#/use/territories territories-not-offered',
    { territories: ['NO', 'FI'] },
    nordic,
    'Not on offer in FI, only in NO, SE, DK.',
  ],
  [
    '#/use/territories territories-not-offered',
    { territories: ['world'] },
    nordic,
    'Not on offer in world, only in NO, SE, DK.',
  ],
  [
    '#/use/territories territories-not-offered',
    { territories: ['NO', 'RU'] },
    except,
    'Not on offer in RU, only in world except RU, BY.',
  ],
  [
    '#/use/languages languages-not-offered',
    { languages: ['en-GB', 'no'] },
    {},
    'Not on offer in the language no, only in en-GB.',
  ],
  [
    '#/use/languages languages-not-offered',
    {},
    { languages: ['no', 'sv'] },
    'Not on offer in the language en-GB, only in no, sv.',
  ],
  [
    '#/use/languages translation-not-offered',
    { languages: ['nb', 'en-GB'] },
    { languages: ['nb', 'en'] },
    'The article is in en-GB, and translations are not on offer: not into nb.',
  ],
  [
    '#/use/until too-long',
    { until: NOW + 7 * DAY + 1 },
    { window: { ...DEFAULT_TERMS.window, maxDays: 7 } },
    'On offer for at most 7 days: until 2026-03-08T06:00:00.000Z.',
  ],
  [
    '#/use/edits edits-not-offered',
    { edits: 'any' },
    { edits: { ...DEFAULT_TERMS.edits, level: 'style' } },
    'Edits of the kind "any" are not on offer; the most is "style".',
  ],
  [
    '#/use/images images-not-offered',
    { images: 'listed' },
    { images: 'withStory' },
    'Images "listed" are not on offer; the most is "withStory".',
  ],
])('beyond the terms: %s', (what, use, terms, message) => {
  const [pointer, code] = what.split(' ');
  expect(beyondTerms(sampleFacts({ use }), { ...DEFAULT_TERMS, ...terms })).toEqual([
    { code, message, pointer },
  ]);
});

test('an article may be asked for as long as it is on offer', () => {
  const terms: Terms = { ...DEFAULT_TERMS, window: { ...DEFAULT_TERMS.window, offerDays: 7 } };
  const aged = (ms: number) => sampleFacts({ article: { publishedAt: NOW - ms } });
  expect(beyondTerms(aged(7 * DAY - 1), terms)).toEqual([]);
  expect(beyondTerms(aged(7 * DAY), terms)).toEqual([
    {
      code: 'offer-closed',
      message: 'This article was on offer for 7 days: until 2026-03-01T06:00:00.000Z.',
    },
  ]);
  const waited = { ...aged(8 * DAY), askedAt: NOW - 2 * DAY };
  expect(beyondTerms(waited, terms)).toEqual([]);
});

test('under a public licence any medium, place, language and change lies within the terms', () => {
  const terms = publicTerms('https://licences.example/free');
  const use: Partial<AskedUse> = {
    media: [...MEDIA],
    territories: ['world'],
    languages: ['fi', 'en'],
    edits: 'any',
  };
  expect(beyondTerms(sampleFacts({ use }), terms)).toEqual([]);
});

test('each field that goes beyond gives one reason of its own', () => {
  const use: AskedUse = {
    media: ['print'],
    territories: ['FI'],
    languages: ['fi'],
    until: NOW + 1000 * DAY,
    edits: 'any',
    images: 'listed',
  };
  const reasons = beyondTerms(sampleFacts({ use }), { ...DEFAULT_TERMS, ...nordic });
  expect(reasons.map((reason) => reason.pointer)).toEqual([
    '#/use/media',
    '#/use/territories',
    '#/use/languages',
    '#/use/until',
    '#/use/edits',
    '#/use/images',
  ]);
});

test('a long list is cut where a reader would stop', () => {
  const territories = ['NO', 'SE', 'DK', 'FI', 'IS', 'DE', 'FR', 'ES', 'PT', 'IT'];
  const facts = sampleFacts({ use: { territories: ['JP'] } });
  expect(beyondTerms(facts, { ...DEFAULT_TERMS, territories })[0]?.message).toBe(
    'Not on offer in JP, only in NO, SE, DK, FI, IS, DE, FR, ES and 2 more.',
  );
});
