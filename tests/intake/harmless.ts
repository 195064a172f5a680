import type { Element } from 'hast';
import { visit } from 'unist-util-visit';
import { readBody } from '../../src/intake/index.ts';

const ATTRIBUTES = [
  'alt',
  'cite',
  'colSpan',
  'dateTime',
  'dir',
  'height',
  'href',
  'lang',
  'reversed',
  'rowSpan',
  'scope',
  'src',
  'start',
  'title',
  'value',
  'width',
];
const HARMLESS = /^(?:https?:\/\/|mailto:)/;

/** Every element of a kept body. */
export function elementsOf(html: string): Element[] {
  const found: Element[] = [];
  visit(readBody(html), 'element', (node) => {
    found.push(node);
  });
  return found;
}

/** Expects nothing but known elements, with known attributes, and URLs that nothing runs from. */
export function expectHarmless(html: string): void {
  for (const { tagName, properties } of elementsOf(html)) {
    expect(tagName).toMatch(
      /^(?:a|abbr|bd[io]|blockquote|br|caption|cite|code|del|em|fig(?:caption|ure)|h[2-6r]|img|ins|li|[ou]l|p|pre|q|strong|su[bp]|t(?:able|body|d|foot|h|head|ime|r))$/,
    );
    expect(ATTRIBUTES).toEqual(expect.arrayContaining(Object.keys(properties)));
    for (const url of [properties.href, properties.src, properties.cite]) {
      if (url !== undefined) expect(url).toMatch(HARMLESS);
    }
  }
}
