import type { Element } from 'hast';
import { visit } from 'unist-util-visit';
import { html } from '../../src/formats/html.ts';
import { canonicalText, readBody } from '../../src/intake/index.ts';
import { intakeOf } from '../support/intake-of.ts';
import { print } from './print.ts';
import { type Licensed, samples } from './samples.ts';

const sample = samples.ferry as Licensed;

const render = (changes: Partial<Licensed>) => print(html, { ...sample, ...changes });

function elements(rendered: string, tagName: string): Element[] {
  const found: Element[] = [];
  visit(readBody(rendered), { type: 'element', tagName }, (node: Element) => {
    found.push(node);
  });
  return found;
}

test('begins with the one h1; footer, latest block and data close it', () => {
  const blocks = readBody(render({})).children.map((node) => 'tagName' in node && node.tagName);
  expect(blocks.filter((name) => name === 'h1' || name === 'footer')).toEqual(['h1', 'footer']);
  expect(blocks.at(0)).toBe('h1');
  expect(blocks.slice(-3)).toEqual(['footer', 'section', 'script']);
});

test('is the body as it was taken in once what has a class of ours is taken away', () => {
  const rendered = readBody(render({}));
  const isOurs = ({ tagName, properties }: Element) =>
    tagName === 'script' || String(properties.className ?? '').startsWith('imprimatur-');
  visit(rendered, 'element', (node, index, parent) => {
    if (!isOurs(node) || index === undefined) return;
    parent?.children.splice(index, 1);
    return index;
  });
  expect(canonicalText(rendered)).toBe(canonicalText(sample.body));
});

test('says of itself what search engines and rights systems read', () => {
  const [script] = elements(render({}), 'script');
  const [json] = script?.children ?? [];
  const article = JSON.parse(json?.type === 'text' ? json.value : '');
  const publisher = {
    '@type': 'Organization',
    name: 'The Tidewater Ledger',
    url: 'https://ledger.example/',
  };
  expect(article).toEqual({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: sample.headline,
    description: sample.summary,
    inLanguage: 'en',
    datePublished: '2026-03-14T05:30:00.000Z',
    dateline: 'PORT ELLERY',
    author: [
      { '@type': 'Organization', name: 'the harbour' },
      { '@type': 'Organization', name: 'the city desk' },
    ],
    publisher,
    image: sample.images.map(({ url }) => url),
    correction: sample.correctionNote,
    version: 2,
    isBasedOn: sample.canonicalUrl,
    copyrightHolder: { '@type': 'Organization', name: 'Tidewater Press' },
    copyrightYear: 2026,
    creditText: 'The Tidewater Ledger',
    usageInfo: sample.licence.termsUri,
    license: sample.licence.verifyUrl,
  });
});

test('no headline ends the script that holds its data', () => {
  const headline = '</script><script>pwned()</script><!-- & \u2028';
  const scripts = elements(render({ headline }), 'script');
  expect(scripts).toHaveLength(1);
  const [json] = scripts[0]?.children ?? [];
  expect(JSON.parse(json?.type === 'text' ? json.value : '')).toMatchObject({ headline });
});

test('credits an image of the body in its own caption, and not twice', () => {
  const captions = elements(render({}), 'figcaption').map(canonicalText);
  expect(captions[0]).toBe('The deck at dawn. Harbour desk');
  const said = { ...sample.images[0], credit: 'dawn' } as (typeof sample.images)[number];
  const [caption] = elements(render({ images: [said] }), 'figcaption').map(canonicalText);
  expect(caption).toBe('The deck at dawn.');
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
    if ((node as Element).tagName === 'script') continue;
    expect((node as Element).properties).toMatchObject({ lang: language, dir });
  }
});
