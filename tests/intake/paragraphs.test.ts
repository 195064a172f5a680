import { intakeOf } from '../support/intake-of.ts';

const paragraphs = (text: string) =>
  intakeOf({ text })
    .html.split('\n')
    .map((line) => line.replace(/^<(p|h2)>|<\/(p|h2)>$/g, ''));

test('blank lines part paragraphs, and wrapped lines are joined', () => {
  const text = 'First line\r\nwrapped.\r\n\r\n \t\r\nSecond.\n\n\n\nThird.\n';
  expect(paragraphs(text)).toEqual(['First line wrapped.', 'Second.', 'Third.']);
});

test('without blank lines every line is a paragraph', () => {
  expect(paragraphs('\nOne.\rTwo.\nThree.\n')).toEqual(['One.', 'Two.', 'Three.']);
});

const WRAPPED = [
  'The night ferry tied up at the old quay on Friday for the first time in',
  'six winters, with 140 people on board. A brass band had waited in the',
  'rain since seven.',
];

test('a text wrapped at a column is joined, with blank lines or without', () => {
  const joined = WRAPPED.join(' ');
  expect(paragraphs(`${WRAPPED.join('\n')}\n\nMore.`)).toEqual([joined, 'More.']);
  const next = 'Nobody slept.';
  expect(paragraphs(`${WRAPPED.join('\n')}\n${next}`)).toEqual([joined, next]);
});

test('a long line elsewhere does not part what was wrapped', () => {
  const long = `See ${'https://ledger.example/a/long/address/'.repeat(4)}`;
  expect(paragraphs(`${WRAPPED.join('\n')}\n\n${long}`)).toEqual([WRAPPED.join(' '), long]);
});

test('long lines are paragraphs, whatever follows', () => {
  const long = 'It rained and rained '.repeat(6).trim();
  expect(paragraphs(`${long}\n${long}\n\nMore.`)).toEqual([long, long, 'More.']);
});

test('what stands alone is never joined', () => {
  const text =
    'By the harbour desk\nRain fell on the quay\nand on the boats.\nTHE SEARCH\nIt went on.\n\nMore.';
  expect(paragraphs(text)).toEqual([
    'Rain fell on the quay and on the boats.',
    'THE SEARCH',
    'It went on.',
    'More.',
  ]);
});

test('a long notice below does not part what was wrapped above it', () => {
  const notice = `© 2026 The Tidewater Ledger. ${'All rights are reserved. '.repeat(5).trim()}`;
  expect(paragraphs(`${WRAPPED.join('\n')}\n${notice}\n\nMore.`)).toEqual([
    WRAPPED.join(' '),
    notice,
    'More.',
  ]);
});

test('a paragraph begins with its dateline', () => {
  expect(paragraphs('Rain everywhere\nOSLO (AB) – It rained\nall night.\n\nMore.')).toEqual([
    'Rain everywhere',
    'OSLO (AB) – It rained all night.',
    'More.',
  ]);
});

test('blank lines make no text too long', () => {
  expect(paragraphs('a\n\n\n'.repeat(10_000))).toHaveLength(10_000);
});

test('items of a list stand on their own', () => {
  expect(paragraphs('We saw\n- a seal\n- a boat\n1. and more\n\nEnd of list.')).toEqual([
    'We saw',
    '- a seal',
    '- a boat',
    '1. and more',
    'End of list.',
  ]);
});

test('wide characters count twice where lines were wrapped, and no space comes between them', () => {
  const line = '潮水涨了又退，港口里的船都躺在泥里，像牛一样，海鸥走路回家，';
  expect(paragraphs(`${line}\n${line}\n\n完了。`)).toEqual([line + line, '完了。']);
});

test('a text of more lines than any story has is refused', () => {
  expect(() => paragraphs('a\n'.repeat(30_000))).toThrow(
    expect.objectContaining({
      code: 'invalid-request',
      errors: [expect.objectContaining({ pointer: '#/body/text', code: 'too-many-elements' })],
    }),
  );
});
