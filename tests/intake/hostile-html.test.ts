import { intakeOf } from '../support/intake-of.ts';
import { elementsOf, expectHarmless } from './harmless.ts';

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
  '<iframe src="java&Tab;script:alert(1)" title="x"></iframe><iframe data-src="javascript:alert(1)">',
  '<img data-src="javascript:alert(1)" srcset="javascript:alert(1) 1x, data:text/html,x 2x">',
  '<picture><source srcset="javascript:alert(1) 2x" onerror=alert(1)><img onerror=alert(1)></picture>',
  '<object data="data:text/html,<script>alert(1)</script>"><script>alert(1)</script></object>',
  '<iframe src="https://e.example/" title="&lt;script&gt;alert(1)&lt;/script&gt;" onload=alert(1)></iframe>',
  '<amp-iframe src="javascript:alert(1)" srcdoc="<script>alert(1)</script>"><img src onerror=alert(1)>',
  '<amp-youtube data-videoid="x&quot; onclick=alert(1)">x</amp-youtube>',
  '<noscript><style></noscript><img title="</style><img src onerror=alert(1)>">',
  '<noscript><img src="https://e.example/" onerror=alert(1)><script>alert(1)</script></noscript>',
  '<a href="//javascript:alert(1)">x</a><a href="\\\\javascript:alert(1)">x</a>',
  '<a href="&#1;java\u0000script:alert(1)">x</a><a href="feed:javascript:alert(1)">x</a>',
  '<a href="jar:javascript:alert(1)!/">x</a><a href="filesystem:https://e.example/x">x</a>',
  '<a href="about:blank#javascript:alert(1)">x</a><a href="intent://x#Intent;scheme=javascript;end">x</a>',
  '<a href="https:javascript:alert(1)">x</a><a href="?javascript:alert(1)">x</a>',
  '<svg><foreignObject><iframe src="javascript:alert(1)"></iframe></foreignObject></svg>',
  '<svg><animate xlink:href=#x attributeName=href values="javascript:alert(1)"/><a id=x><text>x</text></a></svg>',
  '<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">',
  '<math><annotation-xml encoding="text/html"><style></math><img src onerror=alert(1)></style></annotation-xml>',
  '<math><mi><malignmark><style></mi><img title="</style><img src onerror=alert(1)>">',
  '<select><template><style></select><img title="</style><img src onerror=alert(1)>">',
  '<table><select><img src onerror=alert(1)><script>alert(1)</script></select><tr onclick=alert(1)>',
  '<table><tr><style></table><img title="</style><img src onerror=alert(1)>">',
  '<ruby><rt><script>alert(1)</script><img src onerror=alert(1)></rt></ruby>',
  '<bdo dir="rtl" onclick=alert(1)"><del cite="javascript:alert(1)" onclick=alert(1)>x</del></bdo>',
  '<p class="caption" onclick=alert(1)><div><img src=x onerror=alert(1)><p class="caption">x<script>alert(1)</script></p></div>',
  '<listing>&lt;img src onerror=alert(1)></listing><xmp></xmp><img src onerror=alert(1)></xmp>',
  '<p>\u2028<script\u2028>alert(1)</script><img\u00a0src onerror=alert(1)></p>',
  '<![CDATA[><svg onload=alert(1)>]]><!-- --!><img src onerror=alert(1)> -->',
  '<x-script onclick=alert(1)>x</x-script><a/href="javas\u0000cript:alert(1)">x</a>',
];

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
