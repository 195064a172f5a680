import fc from 'fast-check';
import { oneLine } from '../../src/domain/characters.ts';
import { formats } from '../../src/formats/index.ts';
import { canonicalText, readBody } from '../../src/intake/index.ts';
import { intakeOf } from '../support/intake-of.ts';
import { print } from './print.ts';
import { count, READERS, squeezed, standsInOrder } from './readers.ts';
import { type Licensed, samples } from './samples.ts';

const ferry = samples.ferry as Licensed;
const story = (changes: Partial<Licensed>): Licensed => ({ ...ferry, ...changes });
const bodyOf = (paragraphs: readonly string[]) =>
  readBody(intakeOf({ text: paragraphs.join('\n\n') }, {}, { intake: 'verbatim' }).html);

test('every registered format is under this contract', () => {
  expect([...formats.keys()].sort()).toEqual(Object.keys(READERS).sort());
});

describe.each([...formats.values()].map((format) => [format.name, format] as const))(
  '%s',
  (name, format) => {
    const read = (licensed: Licensed) => READERS[name]?.(print(format, licensed)) ?? '';

    test.each(Object.entries(samples))(
      'prints %s in order: headline, byline, body, correction, footer, latest',
      (_, told) => {
        const teasers = told.latest?.items.flatMap((item) => [item.headline, item.summary]) ?? [];
        const before = [told.headline, told.byline, canonicalText(told.body), told.correctionNote];
        const after = [told.footer, told.latest?.heading, ...teasers];
        const wanted = [...before, ...after].filter(Boolean).join(' ');
        const printed = read(told);
        expect(standsInOrder(wanted, printed)).toBe(true);
        expect(squeezed(printed).startsWith(squeezed(told.headline))).toBe(true);
      },
    );

    test.each(Object.entries(samples))(
      'prints the footer of %s once, after the body',
      (_, told) => {
        const printed = read(told);
        expect(count(printed, told.footer)).toBe(1);
        const last = read({ ...told, latest: null });
        expect(squeezed(last).endsWith(squeezed(told.footer))).toBe(true);
      },
    );

    test('prints the footer after the body when the body says the same', () => {
      const printed = read(
        story({ body: bodyOf(['Before.', ferry.footer, 'After.']), latest: null }),
      );
      expect(count(printed, ferry.footer)).toBe(2);
      expect(squeezed(printed).endsWith(squeezed(ferry.footer))).toBe(true);
      expect(standsInOrder(`After. ${ferry.footer}`, printed)).toBe(true);
    });

    test('opens the first paragraph with the dateline', () => {
      const body = bodyOf(['Rain fell.', 'It stopped.']);
      const publication = { name: 'The Ledger', url: 'https://ledger.example/' };
      const printed = oneLine(read(story({ body, publication, dateline: 'HOVE' })));
      expect(printed).toContain('HOVE (The Ledger) – Rain fell.');
      expect(oneLine(read(story({ body, publication, dateline: null })))).not.toContain('(The L');
    });

    test('leads back to the original where the footer does not', () => {
      const footer = '© 2026 Tidewater Press';
      const printed = print(format, story({ footer, latest: null }));
      expect(printed.replaceAll('&amp;', '&').replaceAll('\\&', '&')).toContain(ferry.canonicalUrl);
    });

    test('has no latest block unless there is one', () => {
      expect(read(story({ latest: null }))).not.toContain('Latest news');
    });

    test('lets out no image but those of the story', () => {
      const printed = print(format, story({ images: [] }));
      expect(printed).not.toMatch(/img\.example/);
      expect(oneLine(printed)).toContain('The old engine, sold for scrap.');
    });

    test('credits each image that it lets out, in the body or after it', () => {
      const printed = oneLine(print(format, ferry));
      for (const { credit } of ferry.images) expect(printed).toContain(credit);
      expect(oneLine(print(format, story({ images: [] })))).not.toMatch(/(Harbour|City) desk/);
    });

    test('says nothing in control characters', () => {
      const headline = 'Line\none\u0000 \u0007two';
      expect(print(format, story({ headline }))).not.toMatch(/[^\P{Cc}\n]/u);
    });

    test('prints for another licence what differs and nothing else', () => {
      const printFor = format.compose(ferry);
      const once = printFor(ferry);
      const licence = {
        id: '0198c5ff',
        verifyUrl: 'https://permits.example/licences/0198c5ff',
        termsUri: ferry.licence.termsUri,
        expires: null,
      };
      const footer = ferry.footer.replaceAll('0198c5b2', licence.id);
      const other = { licence, footer, notBefore: null };
      expect(printFor(other)).toBe(once.replaceAll('0198c5b2', '0198c5ff'));
      expect(printFor(ferry)).toBe(once);
    });

    test.each(Object.entries(samples))('%s is the same each time, and unchanged', (_, told) => {
      const before = structuredClone(told);
      expect(print(format, told)).toBe(print(format, told));
      expect(told).toEqual(before);
    });

    test('keeps every word and one footer, whatever is written', () => {
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
          const changes = { headline, footer, body, images: [], dateline: null, latest: null };
          const printed = read(story(changes));
          expect(standsInOrder(canonicalText(body), printed)).toBe(true);
          expect(
            squeezed(printed.normalize('NFKC')).endsWith(squeezed(footer.normalize('NFKC'))),
          ).toBe(true);
        }),
      );
    });
  },
);
