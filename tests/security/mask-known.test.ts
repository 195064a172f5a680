import { maskOver, passwordsOf } from '../../src/security/mask-known.ts';

const SECRET = 'p4ss/wörd+"=';
const mask = maskOver([SECRET, 'short']);

test.each([
  ['as it is', `AUTH ${SECRET} failed`, 'AUTH •••• failed'],
  ['as JSON writes it', JSON.stringify({ args: ['auth', SECRET] }), '{"args":["auth","••••"]}'],
  ['as a URL writes it', `at ?key=${encodeURIComponent(SECRET)}&a=b`, 'at ?key=••••&a=b'],
  ['in base64', `PLAIN ${Buffer.from(SECRET).toString('base64')}`, 'PLAIN ••••'],
  ['twice', `${SECRET} ${SECRET}`, '•••• ••••'],
])('a secret is masked %s', (_name, text, masked) => {
  expect(mask(text)).toBe(masked);
});

test('other text stays as it is, and so does what is too short to be told from it', () => {
  expect(mask('a short p4ss/wörd')).toBe('a short p4ss/wörd');
});

test('of a secret that holds another nothing is left', () => {
  expect(maskOver(['swordfish', 'swordfish-and-more'])('swordfish-and-more')).toBe('••••');
});

test.each([
  ['smtp://desk:p%40ss@mail.example', ['\0desk\0p@ss', 'p@ss', 'p%40ss']],
  ['redis://:p%zz@cache.example', ['\0\0p%zz', 'p%zz', 'p%zz']],
  ['redis://cache.example', []],
])('the passwords in %s', (url, passwords) => {
  expect(passwordsOf(url)).toEqual(passwords);
});
