import { DEFAULT_TERMS, readTerms, type Terms, writeTerms } from '../../src/domain/terms.ts';
import { NOW } from './samples.ts';

test('terms are published with every default, always in the same order', () => {
  expect(JSON.stringify(writeTerms(DEFAULT_TERMS))).toBe(
    '{"media":["web"],"territories":["world"],"excludeTerritories":[],"languages":null,' +
      '"window":{"notBefore":null,"maxDays":365},"afterExpiry":"remove",' +
      '"edits":{"level":"none"},"images":"none"}',
  );
});

test.each<[string, Terms]>([
  ['the defaults', DEFAULT_TERMS],
  ['an instant', { ...DEFAULT_TERMS, window: { notBefore: NOW, maxDays: 7 } }],
])('terms with %s read back as they were', (_what, terms) => {
  expect(readTerms(JSON.parse(JSON.stringify(writeTerms(terms))))).toEqual(terms);
});
