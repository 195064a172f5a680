import type { Element } from 'hast';
import { visit } from 'unist-util-visit';
import type { Story } from '../../src/formats/format.ts';
import { html } from '../../src/formats/html.ts';
import { readBody } from '../../src/intake/index.ts';
import { intakeOf } from '../support/intake-of.ts';
import { samples } from './samples.ts';

const sample = samples.ferry as Story;

const render = (changes: Partial<Story>) => html.render({ ...sample, ...changes });

function elements(rendered: string, tagName: string): Element[] {
  const found: Element[] = [];
  visit(readBody(rendered), { type: 'element', tagName }, (node: Element) => {
    found.push(node);
  });
  return found;
}

test('begins with the one h1 and ends with the one footer', () => {
  const rendered = render({});
  const blocks = readBody(rendered).children.map((node) => 'tagName' in node && node.tagName);
  expect(blocks.filter((name) => name === 'h1' || name === 'footer')).toEqual(['h1', 'footer']);
  expect(blocks.at(0)).toBe('h1');
  expect(blocks.at(-1)).toBe('footer');
});

test('has one marked footer even when the body had one', () => {
  const body = readBody(
    intakeOf({ html: '<p>x</p><footer class="imprimatur-footer">mine</footer><p>y</p>' }).html,
  );
  expect(elements(render({ body }), 'footer')).toHaveLength(1);
});

test('links the article and the licence where the footer names them', () => {
  const footer = elements(render({}), 'footer')[0] as Element;
  const hrefs: unknown[] = [];
  visit(footer, { type: 'element', tagName: 'a' }, (node: Element) => {
    hrefs.push(node.properties.href);
  });
  expect(hrefs).toEqual([sample.canonicalUrl, sample.licence.verifyUrl]);
});

test('makes no link of a URL with another scheme', () => {
  const canonicalUrl = 'javascript:alert(1)';
  expect(render({ canonicalUrl, footer: `© us ${canonicalUrl}` })).not.toContain('href="java');
});

test('shows an image in its place, or else after the body, but not twice', () => {
  const sources = elements(render({}), 'img').map(({ properties }) => properties.src);
  expect(sources).toEqual(sample.images.map(({ url }) => url));
});

test('takes the link and the paragraph of an image that may not leave, and keeps the cell', () => {
  const body = readBody(
    intakeOf({
      html: '<p><a href="https://e.example/"><img src="https://e.example/i.png"></a></p><table><tr><td><img src="https://e.example/i.png"><td>b</table>',
    }).html,
  );
  const rendered = render({ body, images: [] });
  expect(elements(rendered, 'td')).toHaveLength(2);
  expect(rendered).not.toContain('e.example');
});

test.each([
  ['ar', 'rtl'],
  ['he-IL', 'rtl'],
  ['az-Arab', 'rtl'],
  ['en', 'ltr'],
  ['x-house', 'ltr'],
])('every block says that %s runs %s', (language, dir) => {
  for (const node of readBody(render({ language })).children) {
    expect((node as Element).properties).toMatchObject({ lang: language, dir });
  }
});
