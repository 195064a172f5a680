import fc from 'fast-check';
import { compareTexts, compareWords } from '../../src/changes/compare-texts.ts';
import type { Part } from '../../src/changes/part.ts';
import { wordsOf } from '../../src/changes/words-of.ts';

/** `[-gone-]` and `{+come+}`, as people mark words by hand. */
const marked = (parts: readonly Part[]) =>
  parts
    .map(({ change, text }) =>
      change === 'in' ? `{+${text}+}` : change === 'out' ? `[-${text}-]` : text,
    )
    .join('');

test.each([
  ['a word', 'Two boats sail in May.', 'Two boats sail in June.', 'in [-May-]{+June+}.'],
  ['a number as a whole', 'It cost 3,000 crowns.', 'It cost 3,500 crowns.', '[-3,000-]{+3,500+}'],
  ['punctuation alone', 'It sails, they say', 'It sails; they say', 'sails[-,-]{+;+} they'],
  ['white space', 'one  two', 'one two', 'one[-  -]{+ +}two'],
  ['Chinese words', '渡轮五月回来。', '渡轮六月回来。', '渡轮[-五月-]{+六月+}回来。'],
  ['Thai words', 'เรือข้ามฟากกลับมาแล้ว', 'เรือข้ามฟากไม่กลับมา', '{+ไม่+}กลับ'],
  [
    'a phrase as a phrase',
    'He saw a red boat',
    'He saw the old ship',
    '[-a red boat-]{+the old ship+}',
  ],
])('marks %s', (_, before, after, expected) => {
  expect(marked(compareTexts(before, after))).toContain(expected);
});

const text = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'boat',
        'sails',
        ' ',
        '  ',
        '\n',
        '渡轮',
        'ภาษาไทย',
        'e\u0301',
        '\ud800',
        ',',
        'don’t',
      ),
      fc.string({ maxLength: 4, unit: 'grapheme' }),
    ),
    { maxLength: 30 },
  )
  .map((pieces) => pieces.join(''));

test('what stayed and came is the new text, what stayed and went is the old', () => {
  fc.assert(
    fc.property(text, text, fc.constantFrom(1, 3, 1000), (before, after, mostEdits) => {
      const parts = compareWords(wordsOf(before), wordsOf(after), mostEdits);
      const without = (change: string) =>
        parts.flatMap((part) => (part.change === change ? [] : part.text)).join('');
      expect([without('in'), without('out')]).toEqual([before, after]);
      expect(parts.every((part) => part.text !== '')).toBe(true);
      if (before === after) expect(parts.every(({ change }) => change === 'same')).toBe(true);
    }),
  );
});

test('words are parted the same way whether looked up or counted, none lost', () => {
  fc.assert(
    fc.property(text, fc.boolean(), (whole, isLong) => {
      expect(wordsOf(whole, isLong).join('')).toBe(whole);
    }),
  );
});

test('a text that was rewritten is out as a whole, and the new one in', () => {
  const before = 'a b c d e';
  const after = 'v w x y z';
  expect(compareWords(wordsOf(before), wordsOf(after), 3)).toEqual([
    { change: 'out', text: before },
    { change: 'in', text: after },
  ]);
});
