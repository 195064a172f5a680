import { countWords } from '../../src/intake/count-words.ts';

test.each([
  ['', 0],
  ['— … !', 0],
  ['The ferry is back', 4],
  ['A well-known 3,000-ton ship’s crew – all 12', 7],
  ['Большой корабль пришёл', 3],
  ['عادت العبارة إلى الميناء', 4],
  ['배가 항구에 돌아왔다', 3],
])('%j has %i words', (text, words) => {
  expect(countWords(text)).toBe(words);
});

test.each([
  ['Chinese', '渡轮今天回到了港口', 4, 7],
  ['Japanese', 'フェリーが港に戻った', 4, 7],
  ['Thai', 'เรือข้ามฟากกลับมาแล้ว', 3, 7],
])('%s is counted by a dictionary', (_, text, least, most) => {
  expect(countWords(text)).toBeGreaterThanOrEqual(least);
  expect(countWords(text)).toBeLessThanOrEqual(most);
});

test('a thousand words take a few milliseconds', () => {
  const text = 'Water rises slowly. '.repeat(333_000 / 3);
  const start = performance.now();
  expect(countWords(text)).toBe(333_000);
  expect((performance.now() - start) / 333).toBeLessThan(5);
});
