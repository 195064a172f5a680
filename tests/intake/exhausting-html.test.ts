import { canonicalText, readBody } from '../../src/intake/index.ts';
import { intakeOf } from '../support/intake-of.ts';

describe('input made to exhaust the service', () => {
  const mib = 2 ** 20;

  test.each([
    'div',
    'b',
    'ul><li',
    'blockquote',
    'table><td',
    'svg',
    'template',
    'a href=x',
    'x-y',
    'figure><figcaption',
    'bdo dir=rtl',
    'ruby><rt',
    'object',
  ])('thousands of nested <%s> keep their text', (opening) => {
    const elements = opening.split('<').length;
    const html = `<p>before</p>${`<${opening}>`.repeat(9000 / elements)}within`;
    const { text, html: cleaned } = intakeOf({ html });
    expect(text).toMatch(/^before/);
    if (!['svg', 'template', 'object'].includes(opening)) expect(text).toMatch(/within\)*$/);
    expect(canonicalText(readBody(cleaned))).toBe(text);
    expect(intakeOf({ html: cleaned }).html).toBe(cleaned);
  });

  test.each([
    ['words', 'word '.repeat(mib / 5)],
    ['one word', 'w'.repeat(mib)],
    ['angle brackets', '<'.repeat(mib)],
    ['tags that never end', '<a '.repeat(mib / 3)],
    ['Chinese', '潮水涨了又退'.repeat(mib / 18)],
  ])('1 MiB of %s on one line is taken in within seconds', (_, line) => {
    const start = performance.now();
    intakeOf({ html: line });
    const { text } = intakeOf({ text: line }, { footers: ['© {years} {holder}, {canonicalUrl}'] });
    expect(performance.now() - start).toBeLessThan(15_000);
    expect(text).toBe(line.trim());
  });

  const fill = (piece: string) => piece.repeat(mib / piece.length);
  const numbered = (count: number, piece: (n: number) => string) =>
    Array.from({ length: count }, (_, n) => piece(n)).join('');

  test.each([
    ['attributes on one element', `<p ${numbered(100_000, (n) => `a${n} `)}>x`],
    ['attributes on many', `<p ${numbered(10, (n) => `a${n} `)}>x`.repeat(10_000)],
    ['attributes that say the same', `<p ${fill('a ')}>x`],
    ['character references', `x${fill('&amp;')}`],
    ['ampersands', `x${fill('&')}`],
    ['references to half characters', `x${fill('&#xd800;')}`],
    ['references to control characters', `x${fill('&#1;')}`],
    ['NUL', `x${fill('\0')}`],
    ['half characters', `x${fill('\ud800')}`],
    ['accents in disorder', `x${fill('\u0301\u0316')}`],
    [
      'accents in disorder, in many elements',
      `x${'<b>\u0301\u0316\u0301\u0316</b>'.repeat(19_000)}`,
    ],
    ['comments', `x${fill('<!>')}`],
    ['end tags', `x${fill('</b>')}`],
    ['odd spaces', `x${fill('\u00a0')}x`],
    ['spaces', `x${fill(' ')}x`],
    ['a srcset', `x<img srcset="${fill('a 1w, ')}">`],
    [
      'a style around many images',
      `x<div style="${fill('width : 5px;')}">${'<img src=a>'.repeat(9000)}`,
    ],
    [
      'sources of a picture',
      `x<picture>${'<source srcset=a>'.repeat(9000)}${'<img>'.repeat(9000)}`,
    ],
    ['noscript', `x<div>${'<noscript><img src=a></noscript>'.repeat(9000)}`],
    ['a path that climbs', `<a href="${fill('a/../')}">x</a>`],
    ['a title', `x<iframe src=a title="${fill('a ')}"></iframe>`],
    ['marks around one text', `${'<b>'.repeat(90)}<p>${fill('word ')}`],
    ['wrappers in one line', `<h2>${'<span>'.repeat(200)}${fill('word ')}`],
    ['markup that is text', `x<plaintext>${fill('<b>')}`],
    ['a tag of a textarea', `x<textarea>${fill('</textare')}`],
    ['sections of foreign markup', `x<svg>${fill('<![CDATA[')}`],
  ])('1 MiB of %s is taken in within seconds', (_, html) => {
    const start = performance.now();
    expect(intakeOf({ html }).wordCount).toBeGreaterThan(0);
    expect(performance.now() - start).toBeLessThan(15_000);
  });

  test.each([
    ['html', fill('<p>a')],
    ['html', fill('<b>')],
    ['html', `<table>${fill('x<b>')}`],
    ['html', `<b><i><code><q>${'<p>x'.repeat(6000)}`],
    ['text', fill('a\n')],
  ])('more elements than formats can print are refused in %s', (field, body) => {
    const start = performance.now();
    const submitted = field === 'html' ? { html: body } : { text: body };
    expect(() => intakeOf(submitted)).toThrow(
      expect.objectContaining({
        errors: [
          expect.objectContaining({ pointer: `#/body/${field}`, code: 'too-many-elements' }),
        ],
      }),
    );
    expect(performance.now() - start).toBeLessThan(15_000);
  });

  test('formatting that would multiply is refused with a pointer to the field', () => {
    const bomb = Array.from({ length: 1000 }, (_, n) => `<p><b id=${n}>x`).join('');
    expect(() => intakeOf({ html: bomb })).toThrow(
      expect.objectContaining({
        code: 'invalid-request',
        errors: [expect.objectContaining({ pointer: '#/body/html', code: 'markup-tangled' })],
      }),
    );
  });
});
