import fc from 'fast-check';
import type { Element } from 'hast';
import { visit } from 'unist-util-visit';
import { canonicalText, readBody } from '../../src/intake/index.ts';
import { intakeOf } from '../support/intake-of.ts';

/** Scripts in every disguise that browsers and filters are known to fall for. */
const PROBES = [
  '<script>alert(1)</script>',
  '<ScRiPt/x>alert(1)</sCrIpT >',
  '<scr<script>ipt>alert(1)</scr</script>ipt>',
  '<<script>alert(1)//<</script>',
  '<script>alert(1)',
  '<img src=x onerror=alert(1)>',
  '<img/src="https://e.example/"/onerror="alert(1)">',
  '<img src="https://e.example/`" `onerror=alert(1)>',
  '<img src="javascript:alert(1)"><img srcset="javascript:alert(1) 1x">',
  '<img """><script>alert(1)</script>">',
  '<svg onload=alert(1)><svg/onload=alert(1)//',
  '<svg><script>alert(1)</script><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>',
  '<svg><style><img src=x onerror=alert(1)></style></svg>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  '<math href="javascript:alert(1)">x</math><math><maction actiontype="statusline" xlink:href="javascript:alert(1)">x',
  '<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">x</noscript>',
  '<noembed><img title="</noembed><img src onerror=alert(1)>"></noembed>',
  '<textarea><img title="</textarea><img src onerror=alert(1)>"></textarea>',
  '<title><a title="</title><img src onerror=alert(1)>"></title>',
  '<xmp><p title="</xmp><img src onerror=alert(1)>"></xmp>',
  '<!--><img src onerror=alert(1)>--><![CDATA[<img src onerror=alert(1)>]]>',
  '<?xml <img src onerror=alert(1)>?>',
  '<a href="javascript:alert(1)">x</a>',
  '<a href="JaVaScRiPt:alert(1)">x</a>',
  '<a href=" &#14; javascript:alert(1)">x</a>',
  '<a href="java&#x09;scr&#10;ipt:alert(1)">x</a>',
  '<a href="&#106;&#97;&#118;&#97;&#115;&#99;&#114;&#105;&#112;&#116;:alert(1)">x</a>',
  '<a href="javascript&colon;alert(1)">x</a>',
  '<a href="vbscript:msgbox(1)">x</a><a href="data:text/html,<script>alert(1)</script>">x</a>',
  '<a href="blob:https://e.example/1">x</a><a href="view-source:https://e.example">x</a>',
  '<a href="https://e.example/" onclick="alert(1)" style="x:expression(alert(1))" target="_blank">x</a>',
  '<a href="https://e.example/"onmouseover=alert(1)//">x</a>',
  '<blockquote cite="javascript:alert(1)"><p onmouseover=alert(1)>x</p></blockquote>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe><iframe src="javascript:alert(1)">',
  '<object data="javascript:alert(1)"><param name=x></object><embed src="javascript:alert(1)">',
  '<base href="javascript:alert(1)//"><a href="/x">x</a>',
  '<meta http-equiv="refresh" content="0;url=javascript:alert(1)"><link rel=stylesheet href="javascript:alert(1)">',
  '<body onload=alert(1)><frameset onload=alert(1)><isindex action=javascript:alert(1)>',
  '<input onfocus=alert(1) autofocus><button formaction="javascript:alert(1)">x</button>',
  '<details open ontoggle=alert(1)><summary>x</summary></details>',
  '<video><source onerror=alert(1)></video><audio src=x onerror=alert(1)>',
  '<table background="javascript:alert(1)"><td background="javascript:alert(1)">x</table>',
  '<div style="background:url(javascript:alert(1))">x</div><style>@import "javascript:alert(1)"</style>',
  '<p lang="x onmouseover=alert(1)" dir="javascript:alert(1)" id="body" class="x" name="cookie">x</p>',
  '<abbr title="&quot;><script>alert(1)</script>">x</abbr>',
  '<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>',
  '<template><script>alert(1)</script></template><div><template shadowrootmode=open><script>alert(1)</script></template>',
  '\u0000<scr\u0000ipt>alert(1)</scr\u0000ipt>',
  '+ADw-script+AD4-alert(1)+ADw-/script+AD4-',
  '<x-script onclick=alert(1)>x</x-script><a/href="javas\u0000cript:alert(1)">x</a>',
];

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

function elementsOf(html: string): Element[] {
  const found: Element[] = [];
  visit(readBody(html), 'element', (node) => {
    found.push(node);
  });
  return found;
}

function expectHarmless(html: string): void {
  for (const { tagName, properties } of elementsOf(html)) {
    expect(tagName).toMatch(
      /^(?:a|abbr|blockquote|br|caption|cite|code|em|fig(?:caption|ure)|h[2-6r]|img|li|[ou]l|p|pre|q|strong|su[bp]|t(?:able|body|d|foot|h|head|ime|r))$/,
    );
    expect(ATTRIBUTES).toEqual(expect.arrayContaining(Object.keys(properties)));
    for (const url of [properties.href, properties.src, properties.cite]) {
      if (url !== undefined) expect(url).toMatch(HARMLESS);
    }
  }
}

test.each(PROBES)('%s brings nothing that runs', (probe) => {
  expectHarmless(intakeOf({ html: probe }).html);
  expectHarmless(intakeOf({ html: `<p>before</p>${probe}<p>after</p>` }).html);
  expectHarmless(intakeOf({ text: probe }).html);
});

test('a plain text that looks like markup is read as it was written', () => {
  const text = '<script>alert("1 & 2")</script> &amp; <b>';
  const taken = intakeOf({ text });
  expect(taken.text).toBe(text);
  expect(elementsOf(taken.html).map(({ tagName }) => tagName)).toEqual(['p']);
});

/** Tag soup: whatever tags, in whatever order, closed or not. */
const soup = () => {
  const names = fc.constantFrom(
    ...'a p div b i em ul ol li table tr td th caption tbody figure figcaption img pre br hr h1 h2'.split(
      ' ',
    ),
    ...'blockquote q span svg math mi style script form button marquee object template dl dd x-y'.split(
      ' ',
    ),
  );
  const attributes = fc.constantFrom(
    '',
    ' lang=ar',
    ' href="https://e.example/"',
    ' src="https://e.example/i.png"',
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
      expect(twice).toEqual(once);
      expect(canonicalText(readBody(once.html))).toBe(once.text);
      expectHarmless(once.html);
    }),
    { numRuns: 1500 },
  );
});
