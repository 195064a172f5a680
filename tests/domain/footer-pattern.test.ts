import fc from 'fast-check';
import { DEFAULT_FOOTER_TEMPLATE, fillFooter, renderFooter } from '../../src/domain/footer.ts';
import { footerPattern } from '../../src/domain/footer-pattern.ts';

const facts = {
  years: '2011-2026',
  publication: 'The Tidewater Ledger',
  holder: 'Tidewater Press Ltd.',
  headline: 'Ferry (finally) returns. Crowds “cheer”',
  canonicalUrl: 'https://ledger.example/ferry?x=1.2',
  licenceId: '0198c5b2-3e0a-7c11-9d7e-5f0a4b2c1d00',
  verifyUrl: 'https://permits.example/licences/0198c5b2',
};

const templates = [
  DEFAULT_FOOTER_TEMPLATE,
  '© {years} {holder}',
  'Copyright {years} {holder}. All rights reserved.',
  'Erstveröffentlichung: {publication}, {canonicalUrl}.',
  '{headline} ({publication}) was licensed under {licenceId}{verifyUrl}',
  'Reprinted with permission [*+?^$] of the publisher.',
  '版权所有 {years} {holder}',
];

describe.each(templates)('%s', (template) => {
  const pattern = footerPattern(template);

  test('is recognised in what it produced', () => {
    expect(renderFooter(template, facts)).toMatch(pattern);
  });

  test('is recognised spaced and capitalised otherwise', () => {
    const footer = renderFooter(template, facts);
    expect(` ${footer.toUpperCase().replaceAll(' ', '\u00a0\n ')} `).toMatch(pattern);
  });

  test('is not found in a longer text, nor in a story’s last sentence', () => {
    const footer = renderFooter(template, facts);
    expect(
      `He said: ${footer}\n\nand left it there. ${'So did the others. '.repeat(40)}`,
    ).not.toMatch(pattern);
    expect('The harbour opens again at six on Monday.').not.toMatch(pattern);
  });
});

test('knows every footer of a template, whoever fills it in', () => {
  const value = fc.stringMatching(/^[a-z0-9:/.,-]{1,40}$/);
  const any = fc.record({
    years: fc.constantFrom('2026', '1999-2026'),
    publication: value,
    holder: value,
    headline: value,
    canonicalUrl: value,
    licenceId: value,
    verifyUrl: value,
  });
  const pattern = footerPattern(DEFAULT_FOOTER_TEMPLATE);
  fc.assert(
    fc.property(any, (facts) => pattern.test(renderFooter(DEFAULT_FOOTER_TEMPLATE, facts))),
  );
});

test.each([
  '',
  '{headline}',
  '{publication}: {headline}',
  'By {holder}',
  'From {publication}',
  '{canonicalUrl}',
])('a wording that says nothing of its own (%j) is recognised nowhere', (template) => {
  expect(renderFooter(template, facts)).not.toMatch(footerPattern(template));
});

test('such a wording is recognised once its facts are filled in', () => {
  const template = fillFooter('From {publication}', facts);
  expect('From The Tidewater Ledger').toMatch(footerPattern(template));
  expect('From the bridge the valley lies open.').not.toMatch(footerPattern(template));
});

test.each([
  [
    '© {headline} {headline} {headline} {headline} end of the footer',
    '© '.concat('a '.repeat(100_000)),
  ],
  ['{canonicalUrl}{verifyUrl}{canonicalUrl}{verifyUrl} is licensed', 'a'.repeat(200_000)],
  ['Licensed {years} {years} {years} now', `Licensed ${'2026 '.repeat(40_000)}`],
])('%s takes no time over a text made to delay it', (template, text) => {
  const pattern = footerPattern(template);
  const start = performance.now();
  expect(text).not.toMatch(pattern);
  expect(performance.now() - start).toBeLessThan(500);
});
