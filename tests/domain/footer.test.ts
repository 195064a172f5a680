import fc from 'fast-check';
import {
  copyrightYear,
  copyrightYears,
  DEFAULT_FOOTER_TEMPLATE,
  type FooterFacts,
  fillFooter,
  pickTemplate,
  renderFooter,
  unknownPlaceholders,
} from '../../src/domain/footer.ts';

const facts: FooterFacts = {
  years: '2011-2026',
  publication: 'The Tidewater Ledger',
  holder: 'Tidewater Press Ltd',
  headline: 'Ferry returns',
  canonicalUrl: 'https://ledger.example/ferry',
  licenceId: '0198c5b2',
  verifyUrl: 'https://permits.example/licences/0198c5b2',
};

describe('renderFooter', () => {
  test('puts every fact into the default wording, on one line', () => {
    const footer = renderFooter(DEFAULT_FOOTER_TEMPLATE, facts);
    for (const fact of Object.values(facts)) expect(footer).toContain(fact);
    expect(footer).not.toMatch(/[{}\n]/);
  });

  test.each(['{holder}', '$&', '$1 $` $<x>', '{{years}}', '<b>&amp;</b>'])(
    'leaves %s in a headline as it is',
    (headline) => {
      expect(renderFooter('“{headline}” © {holder}', { ...facts, headline })).toBe(
        `“${headline}” © Tidewater Press Ltd`,
      );
    },
  );

  test('makes one line of line breaks, tabs and control characters, wherever they come from', () => {
    const headline = 'One\r\n\ttwo\u2028three\u0000';
    expect(renderFooter('  {headline}\n\n©\u00a0{years} ', { ...facts, headline })).toBe(
      'One two three © 2011-2026',
    );
  });

  test('gives the same bytes for composed and decomposed letters', () => {
    const footer = (holder: string) => renderFooter('© {holder}', { ...facts, holder });
    expect(footer('Cafe\u0301 Noir')).toBe(footer('Caf\u00e9 Noir'));
  });

  test('keeps each fact, whatever it says', () => {
    const words = fc.string({ minLength: 1 }).filter((text) => /^[\x21-\x7e]+$/.test(text));
    fc.assert(
      fc.property(words, words, (headline, holder) => {
        expect(renderFooter('[{headline}] [{holder}]', { ...facts, headline, holder })).toBe(
          `[${headline}] [${holder}]`,
        );
      }),
    );
  });
});

test('fillFooter leaves the placeholders whose facts are not known yet', () => {
  expect(fillFooter('© {years} {holder}, {licenceId}', { holder: 'A{years}' })).toBe(
    '© {years} A{years}, {licenceId}',
  );
});

describe('unknownPlaceholders', () => {
  test.each([
    ['© {years} {holder}', []],
    ['By {author} and {Author}, {author}', ['{author}', '{Author}']],
    ['{ holder }', ['{ holder }']],
    ['{}', ['{}']],
    ['{constructor} {__proto__}', ['{constructor}', '{__proto__}']],
    ['{holder', ['{']],
    ['holder}', ['}']],
    ['{{holder}}', ['{', '}']],
  ])('finds in %j: %j', (template, unknown) => {
    expect(unknownPlaceholders(template)).toEqual(unknown);
  });

  test('finds none in the default wording', () => {
    expect(unknownPlaceholders(DEFAULT_FOOTER_TEMPLATE)).toEqual([]);
  });
});

describe('copyrightYears', () => {
  const newYearInAuckland = Date.UTC(2025, 11, 31, 11);

  test('takes the year of the publication’s own calendar', () => {
    expect(copyrightYears(2011, newYearInAuckland, 'Pacific/Auckland')).toBe('2011-2026');
    expect(copyrightYears(2011, newYearInAuckland, 'Pacific/Honolulu')).toBe('2011-2025');
    expect(copyrightYear(newYearInAuckland, 'Pacific/Auckland')).toBe(2026);
  });

  test('is one year when both are the same', () => {
    expect(copyrightYears(2025, newYearInAuckland, 'UTC')).toBe('2025');
  });

  test('never runs backwards for a story older than the publication', () => {
    expect(copyrightYears(2030, newYearInAuckland, 'UTC')).toBe('2030');
  });
});

describe('pickTemplate', () => {
  const templates = { de: 'Deutsch', 'pt-BR': 'Brasil', 'zh-Hant': '繁體' };

  test.each([
    ['pt-BR', 'Brasil'],
    ['PT-br', 'Brasil'],
    ['de-AT', 'Deutsch'],
    ['zh-Hant-TW', '繁體'],
    ['fi', 'Deutsch'],
  ])('%s gets %s', (language, template) => {
    expect(pickTemplate(templates, language)).toBe(template);
  });

  test('one wording serves every language', () => {
    expect(pickTemplate('© {holder}', 'ja')).toBe('© {holder}');
  });

  test.each([[null], [{}]])('without a wording (%j) the default serves', (none) => {
    expect(pickTemplate(none, 'en')).toBe(DEFAULT_FOOTER_TEMPLATE);
  });
});
