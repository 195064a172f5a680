import fc from 'fast-check';
import {
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

describe('names that look like something else', () => {
  test.each([
    ['markup', '<i>Ledger</i> & "Sons"'],
    ['a placeholder', 'The {holder} {years} Post'],
    ['marks of direction', '\u200fידיעות {headline}\u200e (Haifa)'],
    ['isolates', '\u2067صحيفة\u2069'],
    ['joiners', 'نشریه\u200cها 👩\u200d👧'],
  ])('%s stays the text of a name', (_, name) => {
    const footer = renderFooter('© {years} {holder} – {publication}', {
      ...facts,
      holder: name,
      publication: name,
    });
    expect(footer).toBe(`© 2011-2026 ${name} – ${name}`);
  });
});

describe('pickTemplate', () => {
  const templates = { de: 'Deutsch', 'pt-BR': 'Brasil', 'zh-Hant': '繁體' };

  test.each([
    ['pt-BR', 'Brasil', 'pt-BR'],
    ['PT-br', 'Brasil', 'pt-BR'],
    ['de-AT', 'Deutsch', 'de'],
    ['zh-Hant-TW', '繁體', 'zh-Hant'],
    ['zh-TW', '繁體', 'zh-Hant'],
  ])('%s gets %s', (language, template, tag) => {
    expect(pickTemplate(templates, language)).toEqual({ template, language: tag, standsIn: false });
  });

  test('a wording of another language stands in where there is none, and it says so', () => {
    expect(pickTemplate(templates, 'fi')).toEqual({
      template: 'Deutsch',
      language: 'de',
      standsIn: true,
    });
  });

  test.each([
    [{ 'pt-BR': 'Brasil', en: 'English', de: 'Deutsch' }, 'de'],
    [{ de: 'Deutsch', 'da-DK': 'Dansk' }, 'da-DK'],
  ])('of %j the first of the alphabet stands in, whatever stood first', (wordings, tag) => {
    expect(pickTemplate(wordings, 'fi').language).toBe(tag);
  });

  const unsaid = { language: null, standsIn: false };

  test('one wording serves every language', () => {
    expect(pickTemplate('© {holder}', 'ja')).toEqual({ template: '© {holder}', ...unsaid });
  });

  test.each([[null], [{}]])('without a wording (%j) the default serves', (none) => {
    expect(pickTemplate(none, 'en')).toEqual({ template: DEFAULT_FOOTER_TEMPLATE, ...unsaid });
  });
});
