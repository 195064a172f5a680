import MarkdownIt from 'markdown-it';
import { markdown } from '../../src/formats/markdown.ts';
import { readBody } from '../../src/intake/index.ts';
import { intakeOf } from '../support/intake-of.ts';
import { print } from './print.ts';
import { type Licensed, samples } from './samples.ts';

const library = samples.library as Licensed;

/** The body alone, between byline and footer. */
function printed(html: string): string {
  const body = readBody(intakeOf({ html }).html);
  const story = { ...library, body, dateline: null, images: [] };
  return print(markdown, story).split('\n\n').slice(2, -1).join('\n\n');
}

test.each([
  ['emphasis', '<p>a <em>b</em> <strong>c</strong></p>', 'a *b* **c**'],
  ['emphasis in emphasis once', '<p><b>a <i>b <b>c <i>d</i></b></i></b></p>', '**a _b c d_**'],
  ['a link', '<p><a href="https://e.example/">x</a></p>', '[x](https://e.example/)'],
  [
    'a URL as a link with words',
    '<p><a href="https://e.example/">https://e.example/</a></p>',
    '[https://e.example/](https://e.example/)',
  ],
  ['what looks like a heading', '<p># 1</p>', '\\# 1'],
  ['what looks like a list', '<p>1. a</p><p>- b</p><p>+ c</p>', '1\\. a\n\n\\- b\n\n\\+ c'],
  [
    'what looks like markup',
    '<p>&lt;b&gt; *a* _b_ `c` &amp;amp; [d](e)</p>',
    '\\<b> \\*a\\* \\_b\\_ \\`c\\` \\&amp; \\[d]\\(e)',
  ],
  ['raised digits', '<p>10<sup>6</sup> m<sup>2</sup> CO<sub>2</sub></p>', '10⁶ m² CO2'],
  ['a list in a list', '<ul><li>a<ol start="3"><li>b</ol></ul>', '- a\n\n  3. b'],
  ['a quotation', '<blockquote><p>a</p><p>b</p></blockquote>', '> a\n>\n> b'],
  [
    'a caption before its table',
    '<table><caption>c</caption><tr><th>a</th></tr><tr><td>b</td></tr></table>',
    'c\n\n| a |\n| - |\n| b |',
  ],
  ['preformatted text', '<pre>  a\n b</pre>', '```\n  a\n b\n```'],
])('writes %s', (_, html, expected) => {
  expect(printed(html)).toBe(expected);
});

test('never holds HTML that a reader would take for HTML', () => {
  const headline = 'A <b>bold</b> &lt;claim&gt; <script>pwned()</script>';
  const byline = '<img src=x onerror=pwned()>';
  const html = new MarkdownIt({ html: true }).render(
    print(markdown, { ...library, headline, byline }),
  );
  expect(html).not.toMatch(/<(?:b|script|img)\b/);
  expect(html).toContain('&lt;script&gt;');
});

test('emphasis eighty deep is written in bounded time', () => {
  const html = `<p>${'<b><i>'.repeat(40)}x${'</i></b>'.repeat(40)}</p>`.repeat(20);
  const body = readBody(intakeOf({ html }).html);
  const before = process.cpuUsage();
  print(markdown, { ...library, body });
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1000).toBeLessThan(3_000);
});
