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
    '<p>\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645 \u{1f469}\u200d\u{1f467} \u200f\u05d0\u200e</p>',
    '<p>\u1780\u200b\u1781</p>',
    '<p>a &lt; b &amp; c &gt; d&nbsp;e</p>',
    '<p>The fare is <del>3</del><ins>4</ins> crowns</p>',
    '<p><bdi>Łódź</bdi> and <bdo dir="rtl">abc</bdo></p>',
    '<ol start="3" reversed=""><li value="7">seven</li><li>six</li></ol>',
    '<table><tbody><tr><td><table><tbody><tr><td>inner</td></tr></tbody></table></td></tr></tbody></table>',
    '<figure><a href="https://example.org/film">A film</a><figcaption>The quay</figcaption></figure>',
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
    [
      'a link relative to where the story stands',
      '<p><a href="/more">a</a> <a href="x?y">b</a> <a href="//e.example/x">c</a></p>',
      '<p><a href="https://ledger.example/more">a</a> <a href="https://ledger.example/2026/x?y">b</a> <a href="https://e.example/x">c</a></p>',
    ],
    [
      'a link within the story, whose ids do not leave',
      '<p>1906<sup><a href="#fn1">1</a></sup></p><ol><li id="fn1">Rounded. <a href=" #ref1">up</a></li></ol>',
      '<p>1906<sup>1</sup></p>\n<ol><li>Rounded. up</li></ol>',
    ],
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
    [
      'a table without groups and end tags',
      '<table><tr><th>Day<th>Tide<tr><td colspan=2>none</table>',
      '<table><tbody><tr><th>Day</th><th>Tide</th></tr><tr><td colspan="2">none</td></tr></tbody></table>',
    ],
    [
      'a table with two captions',
      '<table><caption>Tides</caption><caption>at the quay</caption><tr><td>low</table>',
      '<table><caption>Tides at the quay</caption><tbody><tr><td>low</td></tr></tbody></table>',
    ],
    [
      'captions without a table',
      '<table><caption>Tides</caption><caption>Ebbs</caption></table>',
      '<p>Tides</p>\n<p>Ebbs</p>',
    ],
    [
      'details',
      '<details><summary>More</summary>It sank.</details>',
      '<p>More</p>\n<p>It sank.</p>',
    ],
    [
      'what a page has struck out, marked, made small',
      '<p><s>a</s> <strike>b</strike> <mark>c</mark> <small>d</small> <u>e</u></p>',
      '<p><del>a</del> <del>b</del> c d e</p>',
    ],
    [
      'how to read a character',
      '<p><ruby>港<rp>(</rp><rt>gǎng</rt><rp>)</rp></ruby> <ruby>口<rt>kǒu</rt></ruby></p>',
      '<p>港(gǎng) 口(kǒu)</p>',
    ],
    ['a word that may break', '<p>tide<wbr>water</p>', '<p>tidewater</p>'],
    [
      'footnotes',
      '<p>It sank<sup><a href="#n1">1</a></sup>.</p><hr><ol><li id="n1"><p>Twice. <a href="#r1">↩</a></p></li></ol>',
      '<p>It sank<sup>1</sup>.</p>\n<hr>\n<ol><li>Twice. ↩</li></ol>',
    ],
    [
      'a direction around blocks',
      '<div dir="rtl" lang="ar"><p>مرحبا</p><p dir="ltr" lang="en">hello</p></div>',
      '<p lang="ar" dir="rtl">مرحبا</p>\n<p lang="en" dir="ltr">hello</p>',
    ],
    [
      'a direction within a line',
      '<p>He said <span dir="rtl">שלום</span>.</p>',
      '<p>He said <bdi dir="rtl">שלום</bdi>.</p>',
    ],
    [
      'a post from elsewhere',
      '<blockquote class="post"><p>It is back.</p>&mdash; Quay <a href="https://e.example/1">1 March</a></blockquote><script async src="https://e.example/post.js"></script>',
      '<blockquote><p>It is back.</p><p>— Quay <a href="https://e.example/1">1 March</a></p></blockquote>',
    ],
    ['line breaks at the ends', '<p><br>a<br>b<br></p>', '<p>a<br>b</p>'],
    ['a blank line of breaks', '<p>a<br><br>b</p>', '<p>a</p>\n<p>b</p>'],
    ['definitions', '<dl><dt>Ebb</dt><dd>Out</dd></dl>', '<p>Ebb</p>\n<p>Out</p>'],
    [
      'what is struck out or put in',
      '<p><s>a</s> <strike>b</strike> <ins>c</ins> <mark>d</mark></p>',
      '<p><del>a</del> <del>b</del> <ins>c</ins> d</p>',
    ],
    ['ruby', '<p><ruby>\u6f22<rp>(</rp><rt>kan</rt><rp>)</rp></ruby></p>', '<p>\u6f22(kan)</p>'],
    [
      'direction inside a line',
      '<p><span dir="ltr" lang="en">a</span> <bdi>b</bdi> <bdo dir="rtl">c</bdo> <bdo>d</bdo></p>',
      '<p><bdi dir="ltr" lang="en">a</bdi> <bdi>b</bdi> <bdo dir="rtl">c</bdo> d</p>',
    ],
    [
      'language and direction of a wrapper',
      '<div dir="rtl" lang="ar"><p>a</p>b<ul><li>c</ul><div lang="en">d</div></div>',
      '<p lang="ar" dir="rtl">a</p>\n<p lang="ar" dir="rtl">b</p>\n<ul lang="ar" dir="rtl"><li>c</li></ul>\n<p lang="en" dir="rtl">d</p>',
    ],
    [
      'a table of before, in a table',
      '<table><tr><td colspan=2>a<table><tr><td>b</table><tr><td>c<td></table>',
      '<table><tbody><tr><td colspan="2"><p>a</p><table><tbody><tr><td>b</td></tr></tbody></table></td></tr><tr><td>c</td><td></td></tr></tbody></table>',
    ],
    [
      'a caption from before there were figures',
      '<div class="wp-caption"><a href="/big"><img src="/i.png"></a><p class="wp-caption-text">At <i>sea</i></p></div>',
      '<figure><a href="https://ledger.example/big"><img src="https://ledger.example/i.png" alt=""></a><figcaption>At <em>sea</em></figcaption></figure>',
    ],
    [
      'one that is no caption, as there are other words beside it',
      '<div>The boat. <img src="https://e.example/i.png"><p class="caption">c</p></div>',
      '<p>The boat. <img src="https://e.example/i.png" alt=""></p>\n<p>c</p>',
    ],
    ['white space', '<p>\n  a\t\n b </p>', '<p>a b</p>'],
    ['decomposed letters', '<p>e<span>&#x301;</span></p>', '<p>\u00e9</p>'],
    [
      'marks of a layout',
      '<p>so&shy;ft lo<wbr>ng z&#8203;ero j&#8288;oin</p>',
      '<p>soft long zero join</p>',
    ],
    ['a paragraph of nothing but marks', '<p>&rlm;&zwj;</p><p>x</p>', '<p>x</p>'],
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
    '<template><p>no</p></template>',
    '<form><input value="no"><textarea>no</textarea><button>no</button><select><option>no</select></form>',
    '<svg><title>no</title><text>no</text></svg>',
    '<img src="https://track.example/p.gif" width="1" height="1">',
    '<img src="https://track.example/p.gif" width="0">',
    '<img src="https://track.example/p.gif" style="display: none">',
    '<img src="https://track.example/p.gif" style="border:0;width:1px;height:1px">',
    '<img src="https://track.example/p.gif" hidden>',
    '<div style="visibility:hidden"><img src="https://track.example/p.gif"></div>',
    '<img src="data:image/png;base64,iVBORw0KGgo=">',
    '<figure><img src="cid:1"></figure>',
  ])('%s', (html) => {
    expect(clean(`<p>kept</p>${html}`)).toBe('<p>kept</p>');
  });
});
