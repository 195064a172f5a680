import { intakeOf } from '../support/intake-of.ts';

const textOf = (html: string) => intakeOf({ html }).text;

test.each([
  ['a soft hyphen', 'tide&shy;water', 'tidewater'],
  ['a zero-width space', 'tide&#x200B;water', 'tidewater'],
  ['a word joiner', 'tide&#x2060;water', 'tidewater'],
  ['a byte order mark', 'tide&#xFEFF;water', 'tidewater'],
  ['one between elements', '<b>tide</b>&#x200B;<i>water</i>', 'tidewater'],
])('%s hides no word', (_, html, expected) => {
  expect(textOf(html)).toBe(expected);
});

test.each([
  ['a joiner, which is how Persian is spelled', 'می\u200Cخواهم'],
  ['a joiner in a family', '👩\u200D👧'],
  ['marks of direction', '\u2067שלום\u2069 \u200Eabc\u200F \u202Bx\u202C'],
  ['where a Thai line may break', 'เรือ\u200Bข้ามฟาก'],
  ['what picks a form of a character', '葛\u{E0100} ☎\uFE0E'],
  ['a Mongolian vowel separator', '\u1820\u180E\u1820'],
])('%s stays', (_, text) => {
  expect(textOf(`<p>${text}</p>`)).toBe(text);
});

test('a space of any width parts words, and one that does not break stays one', () => {
  const { html, text } = intakeOf({ html: '<p>a\u2003b\u202Fc\u3000d&nbsp;e&thinsp;f</p>' });
  expect(html).toBe('<p>a\u2003b\u202Fc\u3000d&nbsp;e\u2009f</p>');
  expect(text).toBe('a b c d e f');
});

test('a paragraph of nothing that is seen goes', () => {
  expect(
    intakeOf({ html: '<p>&nbsp;</p><p>&#x200B;</p><p>&#x200E;</p><p>\u2003<br></p>x' }).html,
  ).toBe('<p>x</p>');
});
