import fc from 'fast-check';
import { cleanCharacters, oneLine } from '../../src/domain/characters.ts';

test.each([
  ['a\r\nb\rc\u2028d', 'a\nb\nc\nd'],
  ['a\u0000\u0007\u007f\u009fb', 'ab'],
  ['tab\tstays', 'tab\tstays'],
  ['\uFEFFmark \uFFFE', 'mark '],
  ['half \uD800 pair 😀', 'half \uFFFD pair 😀'],
  ['e\u0301', '\u00e9'],
])('%j becomes %j', (given, clean) => {
  expect(cleanCharacters(given)).toBe(clean);
});

test('one line has single spaces and no ends', () => {
  expect(oneLine(' a\u00a0\n b\u0000 ')).toBe('a b');
});

test('what is clean stays as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const clean = cleanCharacters(text);
      expect(cleanCharacters(clean)).toBe(clean);
      expect(oneLine(oneLine(text))).toBe(oneLine(text));
    }),
  );
});

test('a line that needs nothing comes to the same as every other', () => {
  const parts = [
    'a',
    'é',
    'Ǆ',
    '—',
    '“',
    '…',
    ' ',
    '\u00a0',
    '\u00ad',
    'e\u0301',
    '\n',
    '\u0085',
    '日',
  ];
  const line = fc.array(fc.constantFrom(...parts), { maxLength: 6 });
  fc.assert(
    fc.property(line, (some) => {
      const text = some.join('');
      expect(oneLine(text)).toBe(cleanCharacters(text).replace(/\s+/g, ' ').trim());
    }),
    { numRuns: 2_000 },
  );
});
