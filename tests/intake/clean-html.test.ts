import { intakeOf } from '../support/intake-of.ts';

const clean = (html: string) => intakeOf({ html }).html;

describe('what stays', () => {
  test.each([
    '<p>One <em>two</em> <strong>three</strong> H<sub>2</sub>O x<sup>2</sup></p>',
    '<h2>A</h2>\n<h3>B</h3>\n<h4>C</h4>\n<h5>D</h5>\n<h6>E</h6>',
    '<p>Line<br>break</p>\n<hr>\n<pre>  if (a &lt; b) {\n    c();\n  }</pre>',
    '<blockquote><p>We swim at dawn.</p></blockquote>',
    '<p><q cite="https://example.org/said">No.</q> <cite>The Log</cite> <code>x</code></p>',
    '<p><abbr title="knots">kn</abbr> <time datetime="2026-03-01">1 March</time></p>',
    '<ul><li>one</li><li><p>two</p><ol start="3"><li>three</li></ol></li></ul>',
    '<p><a href="https://example.org/a?b=1&amp;c=2">x</a> <a href="mailto:desk@example.org">y</a></p>',
    '<figure><img src="https://example.org/a.jpg" alt="A boat" width="640" height="480"><figcaption>At <em>sea</em></figcaption></figure>',
    '<table><caption>Tides</caption><thead><tr><th scope="col">Day</th></tr></thead><tbody><tr><td colspan="2">Mon</td></tr></tbody></table>',
    '<p lang="ar" dir="rtl">مرحبا</p>',
    '<p>a &lt; b &amp; c &gt; d&nbsp;e</p>',
  ])('%s', (html) => {
    expect(clean(html)).toBe(html);
  });
});

describe('what becomes something else', () => {
  test.each([
    ['a first heading', '<h1>Title</h1>', '<h2>Title</h2>'],
    ['loose text', 'one <b>two</b>', '<p>one <strong>two</strong></p>'],
    [
      'wrappers',
      '<div>one<div>two</div></div><section>three</section>',
      '<p>one</p>\n<p>two</p>\n<p>three</p>',
    ],
    ['empty blocks', '<p>&nbsp;</p><p><br></p><ul><li> </li></ul><p>x</p><h2></h2>', '<p>x</p>'],
    [
      'a link around blocks',
      '<a href="https://e.example/"><h3>T</h3><p>t</p></a>',
      '<h3><a href="https://e.example/">T</a></h3>\n<p><a href="https://e.example/">t</a></p>',
    ],
    ['a relative link', '<p>See <a href="/more">more</a>.</p>', '<p>See more.</p>'],
    ['a protocol-relative link', '<p><a href="//e.example/x">more</a></p>', '<p>more</p>'],
    [
      'a link spelled loosely',
      '<p><a href=" HTTPS://E.example\\a b ">x</a></p>',
      '<p><a href="https://e.example/a%20b">x</a></p>',
    ],
    [
      'a link in a link',
      '<a href="https://e.example/1">a<marquee><a href="https://e.example/2">b</a></marquee></a>',
      '<p><a href="https://e.example/1">ab</a></p>',
    ],
    ['an unknown element', '<p>a <blink>b</blink> <x-y>c</x-y></p>', '<p>a b c</p>'],
    ['rows without a table', '<td>a</td><td>b</td>', '<p>a</p>\n<p>b</p>'],
    ['loose list items', '<ul>a<li>b</li></ul>', '<ul><li>a</li><li>b</li></ul>'],
    [
      'a figure of wrappers',
      '<figure><div><a href="https://e.example/"><img src="https://e.example/i.png"></a></div><div><figcaption>c</figcaption></div></figure>',
      '<figure><a href="https://e.example/"><img src="https://e.example/i.png" alt=""></a><figcaption>c</figcaption></figure>',
    ],
    ['definitions', '<dl><dt>Ebb</dt><dd>Out</dd></dl>', '<p>Ebb</p>\n<p>Out</p>'],
    ['white space', '<p>\n  a\t\n b </p>', '<p>a b</p>'],
    ['decomposed letters', '<p>e<span>&#x301;</span></p>', '<p>\u00e9</p>'],
    ['control characters', '<p>a&#1;b&#x7f;c\u0000</p>', '<p>abc</p>'],
  ])('%s', (_, html, expected) => {
    expect(clean(html)).toBe(expected);
  });
});

describe('what goes', () => {
  test.each([
    '<!-- note -->',
    '<script>let x = "<p>no</p>"</script>',
    '<style>p { color: red }</style>',
    '<iframe src="https://ads.example/">no</iframe>',
    '<template><p>no</p></template>',
    '<form><input value="no"><textarea>no</textarea><button>no</button><select><option>no</select></form>',
    '<object data="no.swf"><embed src="no.swf"></object>',
    '<svg><title>no</title><text>no</text></svg>',
    '<video src="https://e.example/v.mp4">no</video>',
    '<img src="https://track.example/p.gif" width="1" height="1">',
    '<img src="https://track.example/p.gif" width="0">',
    '<img src="https://track.example/p.gif" style="display: none">',
    '<img src="https://track.example/p.gif" style="border:0;width:1px;height:1px">',
    '<img src="https://track.example/p.gif" hidden>',
    '<div style="visibility:hidden"><img src="https://track.example/p.gif"></div>',
    '<img src="data:image/png;base64,iVBORw0KGgo=">',
    '<img src="/relative.png">',
    '<figure><img src="cid:1"></figure>',
  ])('%s', (html) => {
    expect(clean(`<p>kept</p>${html}`)).toBe('<p>kept</p>');
  });
});
