import {
  latestHeading,
  latestHeadings,
  ownHeadings,
  unknownInHeading,
} from '../../src/domain/latest-heading.ts';

describe('latestHeading', () => {
  test.each([
    ['en', 'Latest news from The Ledger'],
    ['en-GB', 'Latest news from The Ledger'],
    ['de-AT', 'Neueste Nachrichten von The Ledger'],
    ['zh-TW', 'The Ledger最新消息'],
    ['sr-Latn-RS', 'Najnovije vesti: The Ledger'],
    ['sr', 'Најновије вести: The Ledger'],
    ['ar', 'آخر الأخبار من The Ledger'],
    ['tlh', 'Latest news from The Ledger'],
    ['und', 'Latest news from The Ledger'],
  ])('is in the words of %s: %s', (language, heading) => {
    expect(latestHeading(null, language, 'The Ledger')).toBe(heading);
  });

  test('is the publication’s own wherever it has one', () => {
    const own = { en: 'More from {publication}', 'pt-BR': 'Mais de {publication}' };
    expect(latestHeading('{publication} – today', 'ja', 'The Ledger')).toBe('The Ledger – today');
    expect(latestHeading(own, 'en-US', 'The Ledger')).toBe('More from The Ledger');
    expect(latestHeading(own, 'de', 'The Ledger')).toBe('Neueste Nachrichten von The Ledger');
  });

  test.each(['{publication}', '$&', '<b>&amp;</b>', '\u200fצהרון\u200f'])(
    'leaves a publication called %s as it is',
    (name) => expect(latestHeading(null, 'en', name)).toBe(`Latest news from ${name}`),
  );
});

test('latestHeadings holds our heading in every language, each once', () => {
  const headings = latestHeadings('The Ledger');
  for (const language of ['en', 'de', 'nb', 'sr-Latn', 'he', 'zh', 'th']) {
    expect(headings).toContain(latestHeading(null, language, 'The Ledger'));
  }
  expect(new Set(headings).size).toBe(headings.length);
  for (const heading of headings) expect(heading).not.toMatch(/[{}]/);
});

test('ownHeadings holds all that a publication says itself', () => {
  expect(ownHeadings({ en: 'More from {publication}', fr: 'À lire' }, 'The Ledger')).toEqual([
    'More from The Ledger',
    'À lire',
  ]);
  expect(ownHeadings('{publication} now', 'The {publication}')).toEqual(['The {publication} now']);
  expect(ownHeadings(null, 'The Ledger')).toEqual([]);
});

test.each([
  ['More from {publication}', []],
  ['{holder} and {holder}', ['{holder}']],
  ['{', ['{']],
  ['a } b', ['}']],
  ['{{publication}}', ['{', '}']],
  ['{ publication }', ['{ publication }']],
])('unknownInHeading finds in %j: %j', (wording, unknown) => {
  expect(unknownInHeading(wording)).toEqual(unknown);
});
