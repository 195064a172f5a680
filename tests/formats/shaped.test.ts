import { fillTerms } from '../../src/domain/fill-terms.ts';
import type { Story } from '../../src/formats/format.ts';
import { formats } from '../../src/formats/index.ts';
import { articleDocument } from '../../src/formats/json-schema.ts';
import { portionOf } from '../../src/formats/portion.ts';
import { canonicalText, readBody } from '../../src/intake/index.ts';
import { print } from './print.ts';
import { count, READERS, squeezed, standsInOrder } from './readers.ts';
import { type Licensed, samples } from './samples.ts';

const ferry = samples.ferry as Licensed;
const story = (changes: Partial<Licensed>): Licensed => ({ ...ferry, ...changes });
const credit: Story['credit'] = {
  byline: 'By the harbour desk / The Tidewater Ledger',
  line: 'The Tidewater Ledger had this <first>.',
  position: 'top',
  tail: 'More of the harbour & its boats every Friday.',
};
const extract = (changes: Partial<Licensed> = {}) =>
  story({
    body: portionOf(ferry.body, { maxParagraphs: 1 }, 'en'),
    isExtract: true,
    images: [],
    ...changes,
  });

describe.each([...formats.values()].map((format) => [format.name, format] as const))(
  '%s',
  (name, format) => {
    const isJson = name === 'json';
    const printed = (licensed: Licensed) => print(format, licensed);
    const read = (licensed: Licensed) =>
      isJson ? printed(licensed) : (READERS[name]?.(printed(licensed)) ?? '');

    test('prints the byline in the form that the terms ask for, and no other', () => {
      const told = printed(story({ credit, dateline: null }));
      expect(told).toContain(isJson ? credit.byline : 'Ledger');
      expect(count(read(story({ credit })), 'By the harbour desk / The Tidewater Ledger')).toBe(1);
      expect(squeezed(read(story({ credit })))).not.toContain(squeezed(`${ferry.byline}`));
    });

    test('prints each text of the credit once, and the footer once after them', () => {
      const told = read(story({ credit, latest: null }));
      for (const text of [credit.line, credit.tail]) expect(count(told, text ?? '')).toBe(1);
      expect(count(told, ferry.footer)).toBe(1);
      if (isJson) return;
      expect(standsInOrder(`${credit.tail} ${ferry.footer}`, told)).toBe(true);
      expect(squeezed(told).endsWith(squeezed(ferry.footer))).toBe(true);
    });

    test('puts the line over the body or under it, as the terms say', () => {
      const body = canonicalText(ferry.body);
      const under = { ...credit, position: 'bottom' as const };
      if (isJson) {
        expect(JSON.parse(printed(story({ credit: under }))).firstPublished).toEqual({
          text: credit.line,
          position: 'bottom',
        });
        return;
      }
      const over = read(story({ credit }));
      expect(standsInOrder(`${credit.byline} ${credit.line} ${body}`, over)).toBe(true);
      const below = read(story({ credit: under }));
      const end = `${body} ${ferry.correctionNote} ${credit.line} ${credit.tail} ${ferry.footer}`;
      expect(standsInOrder(end, below)).toBe(true);
    });

    test('marks an extract and leads to the original from it, and says nothing beyond it', () => {
      const told = printed(extract({ footer: '© 2026 Tidewater Press', correctionNote: null }));
      const unescaped = told.replaceAll('&amp;', '&').replaceAll('\\&', '&');
      expect(unescaped).toContain(ferry.canonicalUrl);
      expect(told).not.toContain('counted every hour');
      if (isJson) expect(JSON.parse(told).extract).toEqual({ of: ferry.canonicalUrl });
      else expect(read(extract()).replaceAll('\\', '')).toContain('[…]');
      expect(read(story({}))).not.toContain('[…]');
    });

    test('names the instant of a text that is sent ahead, before anything else', () => {
      const ahead = story({ notBefore: Date.UTC(2026, 2, 15, 6) });
      if (isJson) {
        const { notBefore } = JSON.parse(printed(ahead)).licence;
        expect(notBefore).toBe('2026-03-15T06:00:00.000Z');
        return;
      }
      const told = squeezed(read(ahead));
      expect(told.startsWith('EMBARGO:2026-03-15T06:00:00Z')).toBe(true);
      expect(printed(ahead).endsWith(printed(story({})))).toBe(true);
    });
  },
);

test('HTML keeps what is added apart from the body, so that its integrity can be computed', () => {
  const html = formats.get('html');
  const licensed = extract({ credit, dateline: null, notBefore: Date.UTC(2026, 2, 15, 6) });
  const page = readBody(html ? print(html, licensed) : '');
  const own = page.children.filter(
    (node) =>
      node.type === 'element' &&
      node.tagName !== 'script' &&
      !/imprimatur/.test(JSON.stringify(node.properties)),
  );
  expect(canonicalText({ type: 'root', children: own })).toBe(canonicalText(licensed.body));
});

test('JSON tells how far the text may be changed, and of listed images how each may be used', () => {
  const { edits } = fillTerms({
    edits: { level: 'shorten', headline: true, minWords: 80, disclosure: 'Shortened.' },
  });
  const images = ferry.images.map((image) => ({ ...image, reuse: 'yes' as const }));
  const json = formats.get('json');
  const told = JSON.parse(json ? print(json, story({ edits, images, credit })) : '');
  expect(articleDocument.parse(told)).toEqual(told);
  expect(told.edits).toEqual(edits);
  expect(told.images[0].reuse).toBe('yes');
});
