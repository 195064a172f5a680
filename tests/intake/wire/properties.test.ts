import fc from 'fast-check';
import { canonicalText, readBody, type Submission } from '../../../src/intake/index.ts';
import { OLD, taken as takenPlain } from './ledger.ts';

const taken = (body: Submission['body'], rest: Partial<Submission> = {}) =>
  takenPlain(body, { images: ['https://e.example/i.png'], ...rest });

describe('whatever customs come in whatever order', () => {
  const custom = fc.constantFrom(
    ...['By the harbour desk', 'By Nellie Bly', 'OSLO (AB) – Rain.', 'OSLO (AB) – BERGEN (AB) – x'],
    ...['THE SEARCH', 'Ferry returns to service', '-30-', 'ENDS', '***', OLD, '© 2026 The Ledger'],
    ...['Latest news from The Ledger', '- One', 'Rain fell.', 'It was over', 'Page 2 of 3', 'More'],
    ...['OSLO (AB) – Ferry returns to service', 'OSLO (AB) – By Nellie Bly', 'OSLO (AB) – ENDS'],
    ...[
      `OSLO (AB) – ${OLD}`,
      'OSLO (AB) – Latest news from The Ledger',
      'By',
      'OSLO, Nov. 3 (AB) –',
    ],
  );
  const wrapper = fc.constantFrom<(line: string) => string>(
    (line) => `<p>${line}</p>`,
    (line) => `<div><b>${line}</b></div>`,
    (line) => `<h3>${line}</h3>`,
    (line) => `<ul><li>${line}</li></ul>`,
    (line) => `${line}<br>`,
    (line) => `<blockquote>${line}</blockquote>`,
    (line) => `<blockquote><p>Rain.</p><ul><li>One</li><li>${line}</li></ul></blockquote>`,
    (line) => `<p>${line}<br>Rain fell</p>`,
    (line) => `<p>OSLO (AB) – <em>${line}</em><br>${line}</p>`,
    (line) =>
      `<figure><img src="https://e.example/i.png"><figcaption>${line}</figcaption></figure>`,
    (line) => `<table><tr><td>${line}</td><td>One</td></tr></table>`,
    (line) => `${line}<hr>`,
  );
  const lines = fc.array(custom, { minLength: 1, maxLength: 12 });
  const texts = fc.tuple(lines, fc.constantFrom('\n', '\n\n')).map(([all, gap]) => all.join(gap));
  const htmls = fc
    .array(fc.tuple(custom, wrapper), { minLength: 1, maxLength: 12 })
    .map((all) => all.map(([line, wrap]) => wrap(line)).join(''));
  const bodies = fc.oneof(
    texts.map((text) => ({ text })),
    htmls.map((html) => ({ html })),
  );

  test('taking the result in again changes nothing', () => {
    fc.assert(
      fc.property(bodies, (body) => {
        const once = taken(body);
        const { byline, dateline } = once;
        const twice = taken({ html: once.html }, { byline, dateline });
        expect(twice).toEqual({ ...once, notices: [] });
      }),
      { numRuns: 500 },
    );
  });

  test('the footer is no line of it', () => {
    fc.assert(
      fc.property(bodies, (body) => {
        const { html } = taken(body);
        const lines = html.replaceAll(/<\/?(?:em|strong)>/g, '').split(/<[^>]*>/);
        expect(lines).not.toContain(OLD);
      }),
    );
  });

  test('every word is in the text, in a field, or in a notice', () => {
    fc.assert(
      fc.property(bodies, (body) => {
        const { text, byline, notices } = taken(body);
        const told = [text, byline, ...notices.map(({ message }) => message)].join(' ');
        const source = 'text' in body ? body.text : canonicalText(readBody(body.html));
        for (const word of source.match(/\p{L}+/gu) ?? []) expect(told).toContain(word);
      }),
    );
  });
});
