import { verifySignature } from '../../../src/security/verification/verify-signature.ts';
import { CLAIMS, DAY, DEPS, forge, NOW } from '../samples.ts';

const SKEW = 60_000;
const seconds = (instant: number) => instant / 1000;
const code = (claims: object, more = {}) => {
  const verdict = verifySignature(forge({ claims }), { ...DEPS, ...more });
  return verdict.ok ? 'genuine' : verdict.code;
};

test.each([
  ['ours', 'https://permissions.example', 'genuine'],
  ['an alias', 'https://old.permissions.example', 'genuine'],
  ['ours as a prefix', 'https://permissions.example.evil.example', 'wrong-issuer'],
  ['ours with a slash', 'https://permissions.example/', 'wrong-issuer'],
  ['a part of ours', 'https://permissions', 'wrong-issuer'],
  ['ours in a list', ['https://permissions.example'], 'wrong-issuer'],
  ['none', undefined, 'wrong-issuer'],
  ['an empty one', '', 'wrong-issuer'],
])('issuer: %s', (_what, iss, expected) => {
  expect(code({ iss })).toBe(expected);
});

test('a verifier without an issuer believes nobody', () => {
  expect(code({}, { issuer: '', aliases: [] })).toBe('wrong-issuer');
});

test.each([
  ['a named place', { origin: 'https://www.daily.example/tides' }, 'genuine'],
  ['another place', { origin: 'https://www.daily.example.evil.example' }, 'wrong-audience'],
  ['an empty place', { origin: '' }, 'wrong-audience'],
  ['its article', { articleId: CLAIMS.article.id }, 'genuine'],
  ['another article', { articleId: '01957c1a-0000-7000-8000-0000000000cc' }, 'claims-invalid'],
])('asked about %s', (_what, more, expected) => {
  expect(code({}, more)).toBe(expected);
});

test.each([
  ['a minute early, skew', NOW - SKEW, 'genuine'],
  ['more than a minute early', NOW - SKEW - 1, 'not-yet-valid'],
  ['the end', NOW + 10 * DAY, 'genuine'],
  ['less than a minute late, skew', NOW + 10 * DAY + SKEW - 1, 'genuine'],
  ['a minute late', NOW + 10 * DAY + SKEW, 'expired'],
])('at %s', (_what, now, expected) => {
  expect(code({}, { now })).toBe(expected);
});

test('an untimely licence says when, and what it was for', () => {
  expect(verifySignature(forge(), { ...DEPS, now: NOW - DAY })).toEqual({
    valid: false,
    code: 'not-yet-valid',
    reason: 'The licence begins at 2026-03-01T06:00:00.000Z.',
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
])('times: %s', (_what, claims, expected) => {
  expect(code(claims)).toBe(expected);
});

test.each(Object.keys(CLAIMS).filter((name) => name !== 'iss'))('a licence needs %s', (name) => {
  expect(verifySignature(forge({ claims: { [name]: undefined } }), DEPS)).toEqual({
    valid: false,
    code: 'claims-missing',
    reason: `The claim "${name}" is missing.`,
  });
});

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
])('what is wrong is named: %s', (name, claims, expected) => {
  expect(verifySignature(forge({ claims }), DEPS)).toMatchObject({
    code: expected,
    reason: expect.stringContaining(`"${name}"`),
  });
});
