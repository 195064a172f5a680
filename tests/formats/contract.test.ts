import fc from 'fast-check';
import { oneLine } from '../../src/domain/characters.ts';
import type { Story } from '../../src/formats/format.ts';
import { formats } from '../../src/formats/index.ts';
import { canonicalText, readBody } from '../../src/intake/index.ts';
import { intakeOf } from '../support/intake-of.ts';
import { samples } from './samples.ts';

/** How a reader of each format gets at its words. A new format adds one line. */
const READERS: Readonly<Record<string, (rendered: string) => string>> = {
  html: (rendered) => canonicalText(readBody(rendered)),
  json: (rendered) => wordsOfJson(JSON.parse(rendered)),
  text: (rendered) => rendered,
};

function wordsOfJson({ headline, byline, body, footer }: Record<string, unknown>): string {
  const inHtml = canonicalText(readBody((body as { html: string }).html));
  return [headline, byline, inHtml, (footer as { text: string }).text].join(' ');
}

const words = (text: string) => text.match(/[\p{L}\p{N}]+/gu) ?? [];

/** Whether the words stand in the text in this order, whatever stands between them. */
function standInOrder(wanted: readonly string[], found: readonly string[]): boolean {
  let next = 0;
  for (const word of found) if (word === wanted[next]) next += 1;
  return next === wanted.length;
}

function count(text: string, part: string): number {
  return text.split(part).length - 1;
}

const [sample] = Object.values(samples);
const story = (changes: Partial<Story>): Story => ({ ...(sample as Story), ...changes });
const bodyOf = (paragraphs: readonly string[]) =>
  readBody(intakeOf({ text: paragraphs.join('\n\n') }).html);

test('every registered format is under this contract', () => {
  expect([...formats.keys()].sort()).toEqual(Object.keys(READERS).sort());
});

describe.each([...formats.values()].map((format) => [format.name, format] as const))(
  '%s',
  (name, format) => {
    const read = (rendered: Story) => oneLine(READERS[name]?.(format.render(rendered)) ?? '');

    test.each(Object.entries(samples))(
      'prints %s in order: headline, byline, body, footer',
      (_, told) => {
        const printed = read(told);
        const body = canonicalText(told.body);
        const wanted = [told.headline, told.byline ?? '', body, told.footer].flatMap(words);
        expect(standInOrder(wanted, words(printed))).toBe(true);
        expect(printed.startsWith(told.headline)).toBe(true);
      },
    );

    test.each(Object.entries(samples))('ends %s with its footer, once', (_, told) => {
      const printed = read(told);
      expect(count(printed, told.footer)).toBe(1);
      expect(printed.endsWith(told.footer)).toBe(true);
    });

    test('prints the footer after the body when the body says the same', () => {
      const { footer } = story({});
      const printed = read(story({ body: bodyOf(['Before.', footer, 'After.']) }));
      expect(count(printed, footer)).toBe(2);
      expect(printed.endsWith(footer)).toBe(true);
      expect(printed.indexOf('After.')).toBeLessThan(printed.lastIndexOf(footer));
    });

    test('opens the first paragraph with the dateline', () => {
      const body = bodyOf(['Rain fell.', 'It stopped.']);
      const publication = { name: 'The Ledger', url: 'https://ledger.example/' };
      expect(read(story({ body, publication, dateline: 'HOVE' }))).toContain(
        'HOVE (The Ledger) – Rain fell.',
      );
      expect(read(story({ body, publication, dateline: null }))).not.toContain('(The Ledger)');
    });

    test('lets out no image but those of the story', () => {
      const rendered = format.render(story({ images: [] }));
      expect(rendered).not.toMatch(/img\.example/);
      expect(rendered).toContain('The old engine, sold for scrap.');
    });

    test('says nothing in control characters', () => {
      const headline = 'Line\none\u0000 \u0007two';
      expect(format.render(story({ headline }))).not.toMatch(/[^\P{Cc}\n]/u);
    });

    test('keeps every word and ends with the footer, whatever is written', () => {
      const line = fc
        .string({ unit: 'grapheme', minLength: 1 })
        .map(oneLine)
        .filter((t) => t !== '');
      const any = fc.record({
        headline: line,
        footer: line.map((text) => `© ${text}`),
        paragraphs: fc.array(line, { minLength: 1, maxLength: 4 }),
      });
      fc.assert(
        fc.property(any, ({ headline, footer, paragraphs }) => {
          const body = bodyOf(paragraphs);
          const printed = read(story({ headline, footer, body, images: [], dateline: null }));
          expect(standInOrder(words(canonicalText(body)), words(printed))).toBe(true);
          expect(printed.endsWith(footer)).toBe(true);
        }),
      );
    });
  },
);
