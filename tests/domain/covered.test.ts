import { coveredBy, type HeldLicence, wholeAsk } from '../../src/domain/covered.ts';
import type { AskedUse, GrantedUse } from '../../src/domain/use.ts';
import { DAY, NOW, sampleFacts } from './samples.ts';

const HELD: GrantedUse = {
  media: ['web', 'app'],
  territories: ['NO', 'SE'],
  excludeTerritories: [],
  languages: ['en', 'no'],
  from: NOW - DAY,
  until: NOW + 60 * DAY,
  edits: 'style',
  images: 'withStory',
};
const held = (change: Partial<GrantedUse> = {}, id = 'held'): HeldLicence => ({
  id,
  use: { ...HELD, ...change },
});
const asked = (use: Partial<AskedUse> = {}, more: Parameters<typeof sampleFacts>[0] = {}) =>
  wholeAsk(sampleFacts({ ...more, use }));
const covered = (use: Partial<AskedUse>, licence: Partial<GrantedUse> = {}) =>
  coveredBy(asked(use), [held(licence)]) !== undefined;

test('an ask within every field is covered', () => {
  expect(covered({})).toBe(true);
  expect(covered({ media: ['app', 'web'], languages: ['en-GB'], edits: 'style' })).toBe(true);
});

test.each<[string, Partial<AskedUse>]>([
  ['a medium', { media: ['web', 'print'] }],
  ['a territory', { territories: ['NO', 'DK'] }],
  ['the world', { territories: ['world'] }],
  ['a language', { languages: ['en', 'sv'] }],
  ['a later end', { until: NOW + 60 * DAY + 1000 }],
  ['deeper edits', { edits: 'shorten' }],
  ['more images', { images: 'listed' }],
])('%s beyond the licence is not covered', (_what, use) => {
  expect(covered(use)).toBe(false);
});

test('a licence that begins later covers only what begins no sooner', () => {
  expect(covered({}, { from: NOW + DAY })).toBe(false);
  expect(covered({ from: NOW + DAY }, { from: NOW + DAY })).toBe(true);
});

test('an ask under embargo is covered from where the embargo lifts', () => {
  const use = asked({}, { article: { embargoUntil: NOW + DAY } });
  expect(coveredBy(use, [held({ from: NOW + DAY })])?.id).toBe('held');
});

test('parts of a second do not count, because a licence has none', () => {
  const use = { ...asked(), from: NOW + 1, until: HELD.until + 999 };
  expect(coveredBy(use, [held({ from: NOW + 1000 })])?.id).toBe('held');
});

test.each<[string, string[], string[], string[], boolean]>([
  ['the world', ['world'], [], [], true],
  ['the world without what the article never goes to', ['world'], ['US'], ['US'], true],
  ['the world without more than that', ['world'], ['US', 'GB'], ['US'], false],
])('%s and an ask for the world', (_what, territories, excludeTerritories, excluded, expected) => {
  const use = asked({ territories: ['world'] }, { rights: { excludeTerritories: excluded } });
  const found = coveredBy(use, [held({ territories, excludeTerritories })]);
  expect(found !== undefined).toBe(expected);
});

test('a country that the licence leaves out of the world is not covered', () => {
  expect(covered({}, { territories: ['world'], excludeTerritories: ['SE'] })).toBe(true);
  expect(covered({}, { territories: ['world'], excludeTerritories: ['NO'] })).toBe(false);
});

test('of several licences the one that lasts longest answers', () => {
  const licences = [held({}, 'short'), held({ until: NOW + 90 * DAY }, 'long'), held({}, 'third')];
  expect(coveredBy(asked(), licences)?.id).toBe('long');
});
