import { canonicalText, readBody } from '../../src/intake/index.ts';
import { intakeOf } from '../support/intake-of.ts';

describe('input made to exhaust the service', () => {
  const mib = 2 ** 20;

  test.each([
    'div',
    'b',
    'ul><li',
    'blockquote',
    'table><td',
    'svg',
    'template',
    'a href=x',
    'x-y',
  ])('10,000 nested <%s> keep their text', (opening) => {
    const html = `<p>before</p>${`<${opening}>`.repeat(10_000)}within`;
    const { text, html: cleaned } = intakeOf({ html });
    expect(text).toMatch(/^before/);
    if (!['svg', 'template'].includes(opening)) expect(text).toMatch(/within$/);
    expect(canonicalText(readBody(cleaned))).toBe(text);
  });

  test.each([
    ['words', 'word '.repeat(mib / 5)],
    ['one word', 'w'.repeat(mib)],
    ['angle brackets', '<'.repeat(mib)],
    ['tags that never end', '<a '.repeat(mib / 3)],
    ['Chinese', '潮水涨了又退'.repeat(mib / 18)],
  ])('1 MiB of %s on one line is taken in within seconds', (_, line) => {
    const start = performance.now();
    intakeOf({ html: line });
    const { text } = intakeOf({ text: line }, { footers: ['© {years} {holder}, {canonicalUrl}'] });
    expect(performance.now() - start).toBeLessThan(15_000);
    expect(text).toBe(line.trim());
  });

  test('formatting that would multiply is refused with a pointer to the field', () => {
    const bomb = Array.from({ length: 4000 }, (_, n) => `<p><b id=${n}>x`).join('');
    expect(() => intakeOf({ html: bomb })).toThrow(
      expect.objectContaining({
        code: 'invalid-request',
        errors: [expect.objectContaining({ pointer: '#/body/html', code: 'markup-tangled' })],
      }),
    );
  });
});
