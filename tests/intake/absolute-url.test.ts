import { intakeOf } from '../support/intake-of.ts';

const clean = (html: string) => intakeOf({ html }).html;

describe('what is relative is relative to where the story stands', () => {
  test.each([
    ['/more', 'https://ledger.example/more'],
    ['tides', 'https://ledger.example/2026/tides'],
    ['../about/', 'https://ledger.example/about/'],
    ['?page=2', 'https://ledger.example/2026/ferry?page=2'],
    ['//cdn.example/a', 'https://cdn.example/a'],
    ['\\\\cdn.example\\a', 'https://cdn.example/a'],
    ['https:more', 'https://ledger.example/2026/more'],
  ])('%s', (href, expected) => {
    expect(clean(`<p><a href="${href}">x</a></p>`)).toBe(`<p><a href="${expected}">x</a></p>`);
    expect(clean(`<p><img src="${href}" alt="x"></p>`)).toBe(
      `<p><img src="${expected}" alt="x"></p>`,
    );
  });

  test('and so is where a quotation is from', () => {
    expect(
      clean('<blockquote cite="/log"><p>No.</p></blockquote><p><q cite="log">No.</q></p>'),
    ).toBe(
      '<blockquote cite="https://ledger.example/log"><p>No.</p></blockquote>\n' +
        '<p><q cite="https://ledger.example/2026/log">No.</q></p>',
    );
  });

  test('a base of the page is not believed', () => {
    expect(clean('<base href="https://evil.example/"><p><a href="/x">x</a></p>')).toBe(
      '<p><a href="https://ledger.example/x">x</a></p>',
    );
  });
});

test.each([
  '#note',
  ' #note',
  '',
  ' ',
  'https://',
  'https://a b/',
  'ftp://e.example/x',
  'tel:123',
  'javascript:x',
])('a link to "%s" leaves its text', (href) => {
  expect(clean(`<p>See <a href="${href}">note</a>.</p>`)).toBe('<p>See note.</p>');
});
