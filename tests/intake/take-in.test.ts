import { createHash } from 'node:crypto';
import { DEFAULT_FOOTER_TEMPLATE, renderFooter } from '../../src/domain/footer.ts';
import { canonicalText, readBody } from '../../src/intake/index.ts';
import { intakeOf } from '../support/intake-of.ts';

describe('plain text', () => {
  test('is kept in normal form C, without control characters', () => {
    expect(intakeOf({ text: 'Cafe\u0301\u0000 \u0007noir' }).text).toBe('Caf\u00e9 noir');
  });

  test('an empty text has no words', () => {
    expect(intakeOf({ text: ' \n ' })).toMatchObject({ html: '', text: '', wordCount: 0 });
  });
});

describe('canonical text', () => {
  test('joins blocks by one space and counts captions in, alternative texts out', () => {
    const html =
      '<h2>Tides</h2><p>High&nbsp; <b>wa</b>ter,<br>low water</p><ul><li>one<ul><li>two</ul></ul>' +
      '<figure><img src="https://e.example/i.png" alt="not this"><figcaption>A mark</figcaption></figure>' +
      '<table><tr><td>a<td>b</table>';
    expect(intakeOf({ html }).text).toBe('Tides High water, low water one two A mark a b');
  });

  test('its integrity is the SRI digest of its UTF-8', () => {
    const { text, integrity } = intakeOf({ text: 'Ebb – und Flut' });
    expect(integrity).toBe(`sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}`);
  });

  test('is the same from the kept HTML', () => {
    const { html, text } = intakeOf({ html: '<div>a <i>b</i><p>c</div><pre>d\n  e</pre>' });
    expect(canonicalText(readBody(html))).toBe(text);
  });
});

describe('a footer that is there already', () => {
  const footer = renderFooter(DEFAULT_FOOTER_TEMPLATE, {
    years: '2011-2025',
    publication: 'The Tidewater Ledger',
    holder: 'Tidewater Press & Sons',
    headline: 'Ferry <returns>',
    canonicalUrl: 'https://ledger.example/ferry',
    licenceId: '0198c5b2',
    verifyUrl: 'https://permits.example/licences/0198c5b2',
  });
  const escaped = footer.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

  test.each([
    ['text', { text: `The story.\n\n${footer}\n` }],
    ['HTML', { html: `<p>The story.</p><p>${escaped}</p>` }],
    [
      'HTML in a footer element',
      { html: `<p>The story.</p><footer class="x"><p><small>${escaped}</small></p></footer>` },
    ],
  ])('is cut from %s and told', (_, body) => {
    const taken = intakeOf(body, { footers: ['Other words {years}', DEFAULT_FOOTER_TEMPLATE] });
    expect(taken.html).toBe('<p>The story.</p>');
    expect(taken.notices).toEqual([
      { code: 'footer-removed', message: expect.stringContaining(footer) },
    ]);
  });

  test('is cut as often as it ends the text', () => {
    const taken = intakeOf(
      { text: `The story.\n\n${footer}\n\n${footer}` },
      {
        footers: [DEFAULT_FOOTER_TEMPLATE],
      },
    );
    expect(taken.text).toBe('The story.');
    expect(taken.notices).toHaveLength(1);
  });

  test.each([
    ['inside a paragraph', `First.\n\nThe story, and then: ${footer}`],
    ['of another wording', 'The story.\n\n© 2026 Somebody else'],
  ])('stays when it stands %s', (_, text) => {
    const taken = intakeOf({ text }, { footers: [DEFAULT_FOOTER_TEMPLATE] });
    expect(taken.text).toBe(text.replaceAll('\n\n', ' '));
    expect(taken.notices).toEqual([]);
  });

  test('stays when no wording is given', () => {
    expect(intakeOf({ text: `The story.\n\n${footer}` }, { names: [] }).text).toContain(footer);
  });
});
