import { text } from '../../src/formats/text.ts';
import { readBody } from '../../src/intake/index.ts';
import { intakeOf } from '../support/intake-of.ts';
import { print } from './print.ts';
import { type Licensed, samples } from './samples.ts';

/** The body alone, between byline and footer. */
function printed(html: string): string {
  const body = readBody(intakeOf({ html }).html);
  const story = { ...(samples.library as Licensed), body, dateline: null, images: [] };
  const paragraphs = print(text, story).split('\n\n');
  return paragraphs.slice(2, -1).join('\n\n');
}

test.each([
  ['paragraphs', '<p>a</p><p>b</p>', 'a\n\nb'],
  [
    'character references as characters',
    '<p>a &lt; b &amp;&amp; c&eacute;</p>',
    'a < b && c\u00e9',
  ],
  ['a list', '<ul><li>a<li>b</ul>', '- a\n- b'],
  ['a list in a list', '<ol><li>a<ul><li>b</ul><li>c</ol>', '1. a\n   - b\n2. c'],
  ['a list that counts down', '<ol reversed><li>a<li>b</ol>', '2. a\n1. b'],
  [
    'a list that counts as it likes',
    '<ol start=4><li>a<li value=9>b<li>c</ol>',
    '4. a\n9. b\n10. c',
  ],
  ['a table', '<table><tr><th>a<th>b<tr><td>c<td><p>d</p><p>e</p></table>', 'a | b\nc | d e'],
  [
    'a link with its target',
    '<p><a href="https://e.example/x">Go</a>.</p>',
    'Go (https://e.example/x).',
  ],
  [
    'a link that is its target',
    '<p><a href="https://e.example/">https://e.example</a></p>',
    'https://e.example',
  ],
  ['a mail address', '<p><a href="mailto:a@e.example?subject=x">us</a></p>', 'us (a@e.example)'],
  [
    'raised digits as such, so that no number grows',
    '<p>10<sup>6</sup> m<sup>2</sup>, word<sup>1</sup> n<sup>th</sup> CO<sub>2</sub></p>',
    '10⁶ m², word¹ nth CO2',
  ],
  ['quoted words', '<p><q>Yes</q>, he said</p>', '“Yes”, he said'],
  ['lines', '<p>a <br> b</p>', 'a\nb'],
  ['preformatted lines', '<pre>  a  \n    b</pre>', '  a\n    b'],
  ['a rule', '<p>a</p><hr><p>b</p>', 'a\n\n* * *\n\nb'],
  [
    'a caption',
    '<figure><img src="https://e.example/i.png"><figcaption>c</figcaption></figure>',
    'c',
  ],
])('prints %s', (_, html, expected) => {
  expect(printed(html)).toBe(expected);
});

test.each(Object.entries(samples))(
  '%s ends with a newline and never has two blank lines',
  (_, story) => {
    const rendered = print(text, story);
    expect(rendered).toMatch(/[^\n]\n$/);
    expect(rendered).not.toMatch(/\n{3}|[ \t]\n/);
  },
);
