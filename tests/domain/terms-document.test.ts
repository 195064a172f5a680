import { fillTerms } from '../../src/domain/fill-terms.ts';
import { DEFAULT_TERMS, type Terms } from '../../src/domain/terms.ts';
import { readTerms, writeTerms } from '../../src/domain/terms-document.ts';
import { NOW } from './samples.ts';

test('terms are published with every default, always in the same order', () => {
  expect(JSON.stringify(writeTerms(DEFAULT_TERMS))).toBe(
    '{"media":["web"],"territories":["world"],"excludeTerritories":[],"languages":null,' +
      '"translation":"none",' +
      '"window":{"notBefore":null,"byMedium":{},"maxDays":365,"offerDays":null},' +
      '"afterExpiry":"remove","advance":false,"onCorrection":"follow",' +
      '"edits":{"level":"none","headline":false,"approval":"none","minWords":null,' +
      '"disclosure":null},"portion":"full",' +
      '"credit":{"byline":null,"line":null,"position":"top","tail":null},' +
      '"links":{"keep":true,"canonical":"ifSupported"},"images":"none","report":null,' +
      '"removal":{"withinMinutes":60},"correction":{"withinMinutes":240,"notice":null},' +
      '"sale":{"resale":false,"paywall":"allowed","ads":"any"},' +
      '"onward":{"sublicense":false,"deniedPlatforms":[]},' +
      '"limits":{"sites":null,"copies":null,"liveAtOnce":null},"exclusivity":null,' +
      '"ai":{"train":false,"input":false,"index":false},"fee":null,"basis":"own"}',
  );
});

test.each<[string, Terms]>([
  ['the defaults', DEFAULT_TERMS],
  ['an instant', fillTerms({ window: { notBefore: NOW, maxDays: 7 } })],
  ['a delay', fillTerms({ window: { notBefore: { after: 'PT24H' }, offerDays: 30 } })],
  ['media apart', fillTerms({ window: { byMedium: { print: 'nextDay', web: NOW } } })],
  ['a public licence', fillTerms({ basis: { uri: 'https://licences.example/free' } })],
])('terms with %s read back as they were', (_what, terms) => {
  expect(readTerms(JSON.parse(JSON.stringify(writeTerms(terms))))).toEqual(terms);
});
