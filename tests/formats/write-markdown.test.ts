import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import type { PhrasingContent, RootContent } from 'mdast';
import { oneLine } from '../../src/domain/characters.ts';
import { writeMarkdown } from '../../src/formats/write-markdown.ts';
import { canonicalText, readBody } from '../../src/intake/index.ts';

const markdownIt = new MarkdownIt({ html: true });
const MARKUP = [...'ab19 .)(!"\'*_-+=#&;,:<>?[]\\`|~/é潮', '&amp;', '1. ', '<b>', '---', '](x)'];
const line = fc
  .array(fc.constantFrom(...MARKUP), { minLength: 1, maxLength: 12 })
  .map((parts) => oneLine(parts.join('')))
  .filter((text) => text !== '');

const PLACES: Readonly<Record<string, (children: PhrasingContent[]) => RootContent>> = {
  'a paragraph': (children) => ({ type: 'paragraph', children }),
  'a heading': (children) => ({ type: 'heading', depth: 2, children }),
  'a cell': (children) => ({ type: 'table', children: [row(children), row([])] }),
  'an item': (children) => ({
    type: 'list',
    children: [{ type: 'listItem', children: [{ type: 'paragraph', children }] }],
  }),
};

function row(children: PhrasingContent[]) {
  return { type: 'tableRow' as const, children: [{ type: 'tableCell' as const, children }] };
}

describe.each(Object.entries(PLACES))('in %s', (_, place) => {
  test('every text is read as it was written, and no part of it as markup', () => {
    const property = fc.property(line, (value) => {
      expect(wordsOf(place([{ type: 'text', value }]))).toBe(value);
    });
    fc.assert(property, { numRuns: 500 });
  });

  test('so is a text between links', () => {
    const property = fc.property(line, line, line, (first, value, last) => {
      const children = [link(first), { type: 'text' as const, value: ` ${value} ` }, link(last)];
      expect(wordsOf(place(children))).toBe(`${first} ${value} ${last}`);
    });
    fc.assert(property, { numRuns: 300 });
  });
});

test('what others would strike out stays', () => {
  const struck = { type: 'text' as const, value: 'a ~~b~~ ~c~ ~~' };
  for (const place of Object.values(PLACES)) expect(wordsOf(place([struck]))).toBe(struck.value);
});

function link(value: string): PhrasingContent {
  return { type: 'link', url: 'https://ledger.example/', children: [{ type: 'text', value }] };
}

function wordsOf(block: RootContent): string {
  return canonicalText(readBody(markdownIt.render(writeMarkdown([block]))));
}
