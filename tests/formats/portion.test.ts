import fc from 'fast-check';
import { portionOf } from '../../src/formats/portion.ts';
import { canonicalText, countWords, readBody, writeHtml } from '../../src/intake/index.ts';

const body = readBody(
  [
    '<h2>The quay</h2>',
    '<p>The boat left at six. She was <strong>late again. Nobody</strong> minded much.</p>',
    '<figure><img src="https://img.example/a.jpg"><figcaption>At the quay.</figcaption></figure>',
    '<h3>The fares</h3>',
    '<ul><li>Adults pay twelve.</li><li>Children pay five. Dogs ride free.</li></ul>',
    '<p>It was Mr. Marrow who said so.</p>',
    '<table><tbody><tr><td>One two</td><td>three</td></tr></tbody></table>',
    '<p>The end.</p>',
  ].join(''),
);
const html = (portion: Parameters<typeof portionOf>[1], language = 'en') =>
  writeHtml(portionOf(body, portion, language).children.filter((node) => node.type === 'element'));

test('the full text is the text', () => {
  expect(portionOf(body, 'full', 'en')).toBe(body);
});

test.each<[number, string]>([
  [7, '<h2>The quay</h2>\n<p>The boat left at six.</p>'],
  [10, '<h2>The quay</h2>\n<p>The boat left at six.</p>'],
  [11, '<h2>The quay</h2>\n<p>The boat left at six. She was <strong>late again.</strong></p>'],
])('of %d words whole sentences are kept, with their markup', (maxWords, expected) => {
  expect(html({ maxWords })).toBe(expected);
});

test('a list ends between its sentences, and what only introduces goes with what it introduces', () => {
  expect(html({ maxWords: 19 })).toMatch(/At the quay\.<\/figcaption><\/figure>$/);
  expect(html({ maxWords: 24 })).toMatch(/<ul><li>Adults pay twelve\.<\/li><\/ul>$/);
  expect(html({ maxWords: 27 })).toMatch(/<li>Children pay five\.<\/li><\/ul>$/);
});

test('an abbreviation ends no sentence', () => {
  expect(html({ maxWords: 34 })).toMatch(/Dogs ride free\.<\/li><\/ul>$/);
  expect(html({ maxWords: 35 })).toMatch(/Mr\. Marrow who said so\.<\/p>$/);
});

test('a table is kept whole or not at all', () => {
  const words = countWords(canonicalText(body));
  expect(html({ maxWords: words - 3 })).not.toContain('<table>');
  expect(html({ maxWords: words - 2 })).toContain('<td>three</td>');
});

test('only where the first sentence is too long does a text end between words', () => {
  const long = readBody('<p>One two <em>three four</em> five.</p>');
  const words = (maxWords: number) => canonicalText(portionOf(long, { maxWords }, 'en'));
  expect([words(1), words(3), words(5)]).toEqual([
    'One',
    'One two three',
    'One two three four five.',
  ]);
});

test('scripts without spaces are cut after a sentence, or after a word', () => {
  const text = readBody('<p>市政府今天公布了新的预算。图书馆将延长开放时间。</p>');
  const first = '市政府今天公布了新的预算。';
  const cut = (maxWords: number) => canonicalText(portionOf(text, { maxWords }, 'zh'));
  expect(cut(countWords(first))).toBe(first);
  expect(cut(countWords(first) + 1)).toBe(first);
  expect(first.startsWith(cut(2))).toBe(true);
  expect(countWords(cut(2))).toBe(2);
});

test.each<[number, RegExp]>([
  [1, /much\.<\/p>$/],
  [2, /<\/figure>$/],
  [3, /<\/ul>$/],
  [99, /The end\.<\/p>$/],
])('%d paragraphs are that many blocks, headings not counted', (maxParagraphs, ends) => {
  expect(html({ maxParagraphs })).toMatch(ends);
});

test('no portion has more words than are licensed, and each is the beginning of the text', () => {
  const word = fc.string({ unit: fc.constantFrom(...'abc.,!?市 é-'), minLength: 1, maxLength: 12 });
  const paragraphs = fc.array(fc.array(word, { minLength: 1, maxLength: 30 }), {
    minLength: 1,
    maxLength: 5,
  });
  const tag = fc.constantFrom('p', 'blockquote', 'h2', 'pre');
  fc.assert(
    fc.property(paragraphs, tag, fc.integer({ min: 1, max: 80 }), (texts, name, maxWords) => {
      const source = texts.map(
        (words, i) => `<${i ? 'p' : name}>${words.join(' ')}</${i ? 'p' : name}>`,
      );
      const whole = readBody(source.join(''));
      const part = canonicalText(portionOf(whole, { maxWords }, 'en'));
      expect(countWords(part)).toBeLessThanOrEqual(maxWords);
      expect(canonicalText(whole).startsWith(part)).toBe(true);
    }),
  );
});

test('a paragraph as long as a book is cut in a moment', () => {
  const long = readBody(`<p>${'The quick brown fox jumps over it. '.repeat(10_000)}</p>`);
  const started = performance.now();
  const part = canonicalText(portionOf(long, { maxWords: 60_000 }, 'en'));
  expect(countWords(part)).toBe(59_997 - (59_997 % 7));
  expect(performance.now() - started).toBeLessThan(2_000);
});
