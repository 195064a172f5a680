import { creditLines, unknownInCredit } from '../../src/domain/credit-lines.ts';
import { DEFAULT_TERMS, type Terms } from '../../src/domain/terms.ts';

const FACTS = {
  byline: 'By Ada Moe',
  publication: 'The Ledger',
  holder: 'Tidewater Press',
  headline: 'Ferry {holder} & $& sails',
  canonicalUrl: 'https://ledger.example/ferry',
};
const credit = (texts: Partial<Terms['credit']>) => ({ ...DEFAULT_TERMS.credit, ...texts });

test('terms that ask for no credit have none printed', () => {
  expect(creditLines(DEFAULT_TERMS.credit, FACTS)).toEqual({
    byline: null,
    line: null,
    position: 'top',
    tail: null,
  });
});

test('each text is filled in with the facts of the story, on one line', () => {
  const texts = {
    byline: '{byline}, {publication}',
    line: 'First in {publication}\n({holder}): {canonicalUrl}',
    position: 'bottom' as const,
    tail: 'More from {publication}.',
  };
  expect(creditLines(credit(texts), FACTS)).toEqual({
    byline: 'By Ada Moe, The Ledger',
    line: 'First in The Ledger (Tidewater Press): https://ledger.example/ferry',
    position: 'bottom',
    tail: 'More from The Ledger.',
  });
});

test('what a fact has in braces stays as it is', () => {
  expect(creditLines(credit({ line: '“{headline}”' }), FACTS).line).toBe(
    '“Ferry {holder} & $& sails”',
  );
});

test('a story without a byline gets none, whatever its form would be', () => {
  const form = credit({ byline: '{byline}, {publication}' });
  expect(creditLines(form, { ...FACTS, byline: null }).byline).toBeNull();
});

test('what a text cannot name is told as it is written, each once', () => {
  expect(unknownInCredit('line', '{byline} {publication} {year} } {byline}')).toEqual([
    '{byline}',
    '{year}',
    '}',
  ]);
  expect(unknownInCredit('byline', '{byline} of {publication}')).toEqual([]);
});
