import fc from 'fast-check';
import { canonicalText, readBody } from '../../src/intake/index.ts';
import { intakeOf } from '../support/intake-of.ts';
import { expectHarmless } from './harmless.ts';

/** Tag soup: whatever tags, in whatever order, closed or not. */
const soup = () => {
  const names = fc.constantFrom(
    ...'a p div b i em ul ol li table tr td th caption tbody figure figcaption img pre br hr h1 h2'.split(
      ' ',
    ),
    ...'blockquote q span svg math mi style script form button marquee object template dl dd x-y'.split(
      ' ',
    ),
    ...'del bdi bdo ruby rt rp noscript iframe video audio source picture amp-img amp-youtube'.split(
      ' ',
    ),
  );
  const attributes = fc.constantFrom(
    '',
    ' lang=ar',
    ' href="https://e.example/"',
    ' src="https://e.example/i.png"',
    ' src="/i.png" srcset="a.png 1x, /b.png 2x" width=1',
    ' data-src="/i.png" title="two words"',
    ' dir=rtl',
    ' class=caption',
    ' data-videoid=abc',
    ' href="#x" data="y"',
    ' onclick=x',
    ' title="<p>"',
  );
  const open = fc.tuple(names, attributes).map(([name, attribute]) => `<${name}${attribute}>`);
  const close = names.map((name) => `</${name}>`);
  const words = fc.constantFrom(
    'x',
    ' ',
    '\n',
    'e',
    '&#x301;',
    '&nbsp;',
    '&shy;',
    '\u200b',
    '\u1780',
    '&rlm;',
    '&lt;',
    '\u0000',
    'two words',
    '<!--',
    '-->',
  );
  const piece = fc.oneof({ weight: 3, arbitrary: open }, { weight: 2, arbitrary: close }, words);
  return fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));
};

test('cleaning is idempotent, harmless and keeps its words, whatever comes in', () => {
  fc.assert(
    fc.property(soup(), (html) => {
      const once = intakeOf({ html });
      const twice = intakeOf({ html: once.html });
      expect({ ...twice, notices: [] }).toEqual({ ...once, notices: [] });
      expect(canonicalText(readBody(once.html))).toBe(once.text);
      expectHarmless(once.html);
    }),
    { numRuns: 1500 },
  );
});
