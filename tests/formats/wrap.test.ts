import fc from 'fast-check';
import { columns } from '../../src/formats/columns.ts';
import { text72 } from '../../src/formats/text.ts';
import { wrap } from '../../src/formats/wrap.ts';
import { readBody } from '../../src/intake/index.ts';
import { intakeOf } from '../support/intake-of.ts';
import { print } from './print.ts';
import { type Licensed, samples } from './samples.ts';

test.each([
  ['breaks between words', 'the tide is out again', 10, 'the tide\nis out\nagain'],
  ['leaves lines that fit', 'short\nlines', 10, 'short\nlines'],
  ['fills a line to its last column', 'aaaa bbbbb ccc', 10, 'aaaa bbbbb\nccc'],
  [
    'keeps a long URL whole',
    'see https://ledger.example/a/long/path now',
    10,
    'see\nhttps://ledger.example/a/long/path\nnow',
  ],
  [
    'keeps a URL whole among Chinese',
    '见：https://a.example/b-c 处',
    9,
    '见：\nhttps://a.example/b-c\n处',
  ],
  ['hangs the lines of an item below its words', '- one two three', 9, '- one two\n  three'],
  ['hangs below a number', '12. one two', 8, '12. one\n    two'],
  ['counts a wide character twice', '潮水涨了又退潮水', 9, '潮水涨了\n又退潮水'],
  ['never begins a line with what ends a sentence', '潮水涨了。又退', 8, '潮水涨\n了。又退'],
])('%s', (_, paragraph, width, expected) => {
  expect(wrap(paragraph, width, 'zh')).toBe(expected);
});

test('breaks Thai between its words', () => {
  const thai = 'เรือข้ามฟากรอบดึกเทียบท่าเก่าเมื่อวันศุกร์';
  const lines = wrap(thai, 12, 'th').split('\n');
  expect(lines.length).toBeGreaterThan(2);
  expect(lines.join('')).toBe(thai);
  for (const line of lines) expect(line).not.toMatch(/^\p{M}/u);
});

test('combining and format characters take no column', () => {
  expect([columns('e\u0301'), columns('\u200fא'), columns('潮'), columns('')]).toEqual([
    1, 1, 2, 0,
  ]);
});

test('loses no character but spaces at breaks, and no line with a break in it is too long', () => {
  const text = fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 30 }).map((w) => w.join(' '));
  fc.assert(
    fc.property(text, fc.integer({ min: 4, max: 80 }), (paragraph, width) => {
      const wrapped = wrap(paragraph, width, 'en');
      expect(wrapped.replace(/\s+/g, '')).toBe(paragraph.replace(/\s+/g, ''));
      for (const line of wrapped.split('\n')) {
        if (/\S \S/.test(line)) expect(columns(line)).toBeLessThanOrEqual(width);
      }
    }),
  );
});

test('a megabyte without a space is wrapped in linear time', () => {
  const start = performance.now();
  wrap('w'.repeat(2 ** 20), 72, 'en');
  wrap('潮'.repeat(2 ** 16), 72, 'zh');
  wrap('เรือ'.repeat(2 ** 12), 72, 'th');
  expect(performance.now() - start).toBeLessThan(5_000);
});

test('a language that the platform does not know is wrapped all the same', () => {
  expect(wrap('潮水 潮水', 4, 'x-house')).toBe('潮水\n潮水');
});

test('leaves rows of tables and preformatted lines as they are, in lists too', () => {
  const long = 'word '.repeat(20).trim();
  const html = `<pre>${long}   ${long}</pre><table><tr><td>${long}<td>b</table>
    <ul><li>${long}<pre>${long}   x</pre></ul>`;
  const body = readBody(intakeOf({ html }).html);
  const printed = print(text72, { ...(samples.library as Licensed), body, images: [] });
  const lines = printed.split('\n');
  expect(lines).toContain(`${long}   ${long}`);
  expect(lines).toContain(`${long} | b`);
  expect(lines).toContain(`  ${long}   x`);
  expect(lines).not.toContain(`- ${long}`);
});
