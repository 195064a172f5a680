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

describe('at the turn of a year', () => {
  const december31 = Date.UTC(2027, 11, 31, 23, 30);

  test.each([
    ['Europe/Oslo', 2028],
    ['UTC', 2027],
    ['Europe/London', 2027],
    ['Pacific/Kiritimati', 2028],
    ['Etc/GMT+12', 2027],
    ['America/St_Johns', 2027],
    ['Asia/Kathmandu', 2028],
  ])('a story of 23:30Z in %s is of %i', (timeZone, year) => {
    expect(copyrightYear(december31, timeZone)).toBe(year);
  });

  test('the new year begins with its first millisecond, UTC+14 a day before UTC−12', () => {
    const first = Date.UTC(2028, 0, 1) - 14 * 3_600_000;
    expect(copyrightYear(first - 1, 'Pacific/Kiritimati')).toBe(2027);
    expect(copyrightYear(first, 'Pacific/Kiritimati')).toBe(2028);
    const last = Date.UTC(2028, 0, 1) + 12 * 3_600_000;
    expect(copyrightYear(last - 1, 'Etc/GMT+12')).toBe(2027);
    expect(copyrightYear(last, 'Etc/GMT+12')).toBe(2028);
  });

  test('the last day of a leap year is its own, and summer time south of the line counts', () => {
    expect(copyrightYear(Date.UTC(2028, 11, 30, 12), 'Asia/Tokyo')).toBe(2028);
    expect(copyrightYear(Date.UTC(2028, 11, 31, 13), 'Australia/Sydney')).toBe(2029);
    expect(copyrightYear(Date.UTC(2028, 11, 31, 13), 'Australia/Brisbane')).toBe(2028);
  });

  test('calendars and digits of the place do not matter: the year is Gregorian, in 0 to 9', () => {
    for (const timeZone of ['Asia/Bangkok', 'Asia/Tehran', 'Asia/Riyadh']) {
      expect(copyrightYears(2009, december31, timeZone)).toBe('2009-2028');
    }
  });

  test('rights that begin in a later year than the story stand alone', () => {
    expect(copyrightYears(2028, december31, 'UTC')).toBe('2028');
    expect(copyrightYears(2028, december31, 'Europe/Oslo')).toBe('2028');
    expect(copyrightYears(2027, december31, 'Europe/Oslo')).toBe('2027-2028');
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

  const unsaid = { language: null, standsIn: false };

  test('one wording serves every language', () => {
    expect(pickTemplate('© {holder}', 'ja')).toEqual({ template: '© {holder}', ...unsaid });
  });

  test.each([[null], [{}]])('without a wording (%j) the default serves', (none) => {
    expect(pickTemplate(none, 'en')).toEqual({ template: DEFAULT_FOOTER_TEMPLATE, ...unsaid });
  });
});
