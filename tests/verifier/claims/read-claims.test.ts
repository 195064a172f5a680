import type { VerifyOptions } from '../../../src/verifier/index.ts';
import { CLAIMS, codeOf, DAY, forge, judge, NOW, OPTIONS } from '../samples.ts';

const SKEW = 60_000;
const seconds = (instant: number) => instant / 1000;
const code = (claims: object, more: Partial<VerifyOptions> = {}) => codeOf(forge({ claims }), more);

test.each([
  ['ours', 'https://permissions.example', 'valid'],
  ['an alias', 'https://old.permissions.example', 'valid'],
  ['ours as a prefix', 'https://permissions.example.evil.example', 'wrong-issuer'],
  ['ours with a slash', 'https://permissions.example/', 'wrong-issuer'],
  ['a part of ours', 'https://permissions', 'wrong-issuer'],
  ['ours in a list', ['https://permissions.example'], 'wrong-issuer'],
  ['none', undefined, 'wrong-issuer'],
  ['an empty one', '', 'wrong-issuer'],
])('issuer: %s', async (_what, iss, expected) => {
  expect(await code({ iss })).toBe(expected);
});

test('a verifier without an issuer believes nobody', async () => {
  expect(await code({}, { issuer: '', aliases: [] })).toBe('wrong-issuer');
});

test.each([
  ['a named place', { origin: 'https://www.daily.example/tides' }, 'valid'],
  ['another place', { origin: 'https://www.daily.example.evil.example' }, 'wrong-audience'],
  ['an empty place', { origin: '' }, 'wrong-audience'],
  ['its article', { articleId: CLAIMS.article.id }, 'valid'],
  ['another article', { articleId: '01957c1a-0000-7000-8000-0000000000cc' }, 'claims-invalid'],
])('asked about %s', async (_what, more, expected) => {
  expect(await code({}, more)).toBe(expected);
});

test.each([
  ['a minute early, skew', NOW - SKEW, 'valid'],
  ['more than a minute early', NOW - SKEW - 1, 'not-yet-valid'],
  ['the end', NOW + 10 * DAY, 'valid'],
  ['less than a minute late, skew', NOW + 10 * DAY + SKEW - 1, 'valid'],
  ['a minute late', NOW + 10 * DAY + SKEW, 'expired'],
])('at %s', async (_what, now, expected) => {
  expect(await code({}, { now })).toBe(expected);
});

test('an untimely licence says when, and what it was for', async () => {
  expect(await judge(forge(), { now: NOW - DAY })).toEqual({
    valid: false,
    code: 'not-yet-valid',
    reason: 'The licence begins at 2026-03-01T06:00:00.000Z.',
    asOf: NOW - DAY,
    claims: CLAIMS,
  });
});

test.each([
  ['no end', { exp: undefined }, 'claims-missing'],
  ['no beginning', { nbf: undefined }, 'claims-missing'],
  ['no time of issue', { iat: undefined }, 'claims-missing'],
  ['an end that is null', { exp: null }, 'claims-invalid'],
  ['an end as text', { exp: String(CLAIMS.exp) }, 'claims-invalid'],
  ['a beginning as text', { nbf: '0' }, 'claims-invalid'],
  ['a time of issue as text', { iat: '2026-03-01' }, 'claims-invalid'],
  ['an end with a fraction', { exp: CLAIMS.exp + 0.5 }, 'claims-invalid'],
  ['an end in milliseconds', { exp: CLAIMS.exp * 1000 }, 'claims-invalid'],
  ['an end beyond all numbers', { exp: 1e300 }, 'claims-invalid'],
  ['a negative beginning', { nbf: -1 }, 'claims-invalid'],
  ['an end before the beginning', { nbf: seconds(NOW + 20 * DAY) }, 'claims-invalid'],
  ['an end at the beginning', { nbf: CLAIMS.exp }, 'claims-invalid'],
])('times: %s', async (_what, claims, expected) => {
  expect(await code(claims)).toBe(expected);
});

test.each(Object.keys(CLAIMS).filter((name) => name !== 'iss'))(
  'a licence needs %s',
  async (name) => {
    expect(await judge(forge({ claims: { [name]: undefined } }))).toEqual({
      valid: false,
      code: 'claims-missing',
      reason: `The claim "${name}" is missing.`,
      asOf: OPTIONS.now,
    });
  },
);

const { article, footer, use, terms, credit } = CLAIMS;

test.each([
  ['article.integrity', { article: { ...article, integrity: undefined } }, 'claims-missing'],
  ['article.integrity', { article: { ...article, integrity: 'md5-x' } }, 'claims-invalid'],
  ['article.version', { article: { ...article, version: '2' } }, 'claims-invalid'],
  ['article', { article: [] }, 'claims-invalid'],
  ['article', { article: null }, 'claims-invalid'],
  ['footer.required', { footer: { ...footer, required: false } }, 'claims-invalid'],
  ['footer.position', { footer: { ...footer, position: 'anywhere' } }, 'claims-invalid'],
  ['use.media.0', { use: { ...use, media: ['skywriting'] } }, 'claims-invalid'],
  ['use.territories', { use: { ...use, territories: [] } }, 'claims-invalid'],
  ['use.until', { use: { ...use, until: 'later' } }, 'claims-invalid'],
  ['credit.copyrightYear', { credit: { ...credit, copyrightYear: '2026' } }, 'claims-invalid'],
  ['terms.version', { terms: { ...terms, version: 0 } }, 'claims-invalid'],
  ['aud', { aud: 'https://www.daily.example' }, 'claims-invalid'],
  ['aud', { aud: [] }, 'claims-invalid'],
  ['aud.0', { aud: ['null'] }, 'claims-invalid'],
  ['jti', { jti: '01957c1a-0000-7000-8000-000000000001' }, 'claims-invalid'],
  ['prev', { prev: null }, 'claims-invalid'],
  ['correction', { correction: 'whenever' }, 'claims-invalid'],
])('what is wrong is named: %s', async (name, claims, expected) => {
  expect(await judge(forge({ claims }))).toMatchObject({
    code: expected,
    reason: expect.stringContaining(`"${name}"`),
  });
});
