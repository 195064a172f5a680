import fc from 'fast-check';
import { renderFooter } from '../../src/domain/footer.ts';
import { formats } from '../../src/formats/index.ts';
import { canonicalText, readBody } from '../../src/intake/index.ts';
import { intakeOf } from '../support/intake-of.ts';
import { print } from './print.ts';
import { count, READERS, standsInOrder } from './readers.ts';
import { type Licensed, samples } from './samples.ts';

const TEMPLATE = '© {years} {holder}. First published by {publication}: {canonicalUrl} {licenceId}';
const ferry = samples.ferry as Licensed;
const footerOf = (years: string, licenceId: string) =>
  renderFooter(TEMPLATE, {
    ...{ years, licenceId, publication: 'The Tidewater Ledger', holder: 'Tidewater Press' },
    ...{ canonicalUrl: ferry.canonicalUrl, headline: '', verifyUrl: '' },
  });
const footer = footerOf('2011-2026', '0198c5b2');
const former = footerOf('2011-2020', '17');

const word = fc.constantFrom(
  'rain',
  'Ebbe',
  'árvíz',
  'مطر',
  'גשם',
  '潮水',
  'ฝน',
  'a<b',
  '&amp;',
  '*',
  '1.',
);
const words = fc.array(word, { minLength: 1, maxLength: 8 }).map((all) => all.join(' '));
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const footers = fc.constantFrom(footer, former, footer.toUpperCase());

/** A tree of what stands in bodies, footers of the house among it, as the HTML of a careless site. */
const { tree } = fc.letrec<{ tree: string; block: string }>((tie) => ({
  tree: fc.array(tie('block'), { minLength: 1, maxLength: 5 }).map((blocks) => blocks.join('\n')),
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    words.map((text) => `<p>${escaped(text)}</p>`),
    words.map((text) => `<p>${escaped(text)}<br>${escaped(text)}</p>`),
    footers.map((text) => `<p>${escaped(text)}</p>`),
    footers.map((text) => `<footer class="x"><p><small>${escaped(text)}</small></footer>`),
    words.map((text) => `<h2>${escaped(text)}</h2>`),
    words.map((text) => `<table><tr><th>${escaped(text)}<td>${escaped(text)}</table>`),
    words.map((text) => `<ul><li>${escaped(text)}<li><b>${escaped(text)}</b></ul>`),
    words.map((text) => `<figure><img src="/i.png"><figcaption>${escaped(text)}</figure>`),
    tie('tree').map((inner) => `<div><section>${inner}</div>`),
    tie('tree').map((inner) => `<blockquote>${inner}</blockquote>`),
  ),
}));

test.each([...formats.values()].map((format) => [format.name, format] as const))(
  'a story of any shape leaves as %s with its words in order and one footer',
  (name, format) => {
    fc.assert(
      fc.property(tree, (html) => {
        const taken = intakeOf({ html }, { footers: [TEMPLATE] });
        const body = readBody(taken.html);
        const printed =
          READERS[name]?.(print(format, { ...ferry, body, footer, latest: null })) ?? '';
        expect(standsInOrder(canonicalText(body), printed)).toBe(true);
        expect(count(printed, footer)).toBe(1);
        expect(count(printed, former)).toBe(0);
      }),
      { numRuns: 100 },
    );
  },
);
