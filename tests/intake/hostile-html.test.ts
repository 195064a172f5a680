import { ATTACKS } from '../support/attacks.ts';
import { intakeOf } from '../support/intake-of.ts';
import { elementsOf, expectHarmless } from './harmless.ts';

test.each(ATTACKS)('$name brings nothing that runs', ({ html }) => {
  expectHarmless(intakeOf({ html }).html);
  expectHarmless(intakeOf({ html: `<p>before</p>${html}<p>after</p>` }).html);
  expectHarmless(intakeOf({ text: html }).html);
});

test('a plain text that looks like markup is read as it was written', () => {
  const text = '<script>alert("1 & 2")</script> &amp; <b>';
  const taken = intakeOf({ text });
  expect(taken.text).toBe(text);
  expect(elementsOf(taken.html).map(({ tagName }) => tagName)).toEqual(['p']);
});
