import jwt from 'jsonwebtoken';
import { CLAIMS, codeOf, forge, forgeText, HEADER, judge, KEY, OPTIONS } from './samples.ts';

/** What jsonwebtoken alone lets pass: if one of these fails, the trap is gone and so may we. */
const library = (token: string, options: jwt.VerifyOptions = {}) =>
  jwt.verify(token, KEY.publicKey, {
    algorithms: ['ES256'],
    clockTimestamp: OPTIONS.now / 1000,
    ...options,
  });

test.each([
  ['never looks at the type', forge({ header: { typ: 'JWT' } }), 'wrong-type'],
  ['takes a token without an end', forge({ claims: { exp: undefined } }), 'claims-missing'],
  ['takes a token without a beginning', forge({ claims: { nbf: undefined } }), 'claims-missing'],
  ['ignores critical extensions', forge({ header: { crit: ['x'], x: 1 } }), 'critical-header'],
  ['keeps the last of two members', twoEnds(), 'duplicate-members'],
])('the library %s; our verifier refuses', async (_trap, token, code) => {
  expect(() => library(token)).not.toThrow();
  expect(await judge(token)).toMatchObject({ valid: false, code });
});

test('the library skips an empty issuer and an empty audience; our verifier compares them', async () => {
  const token = forge({ claims: { iss: 'https://evil.example' } });
  expect(() => library(token, { issuer: '', audience: '' })).not.toThrow();
  expect(await codeOf(token, { issuer: '', aliases: [] })).toBe('wrong-issuer');
  expect(await codeOf(forge(), { origin: '' })).toBe('wrong-audience');
});

test('the library reads a clock of zero as no clock; our verifier takes any instant', async () => {
  const ended = forge({ claims: { nbf: 0, exp: 1 } });
  expect(() => library(ended, { clockTimestamp: 0 })).toThrow('expired');
  expect(await codeOf(ended, { now: 0 })).toBe('terms-disagree');
});

test('the library signs an end that is no number as null; our verifier refuses it', async () => {
  const token = jwt.sign({ ...CLAIMS, exp: Number.NaN }, KEY.privateKey, {
    algorithm: 'ES256',
    header: { typ: 'reprint-licence+jwt', alg: 'ES256', kid: KEY.kid },
  });
  expect(jwt.decode(token)).toHaveProperty('exp', null);
  expect(await codeOf(token)).toBe('claims-invalid');
});

test('the library takes any string that decodes to the signature: a string is no identity', async () => {
  const token = forge();
  const altered = token.slice(0, -1) + { A: 'B', Q: 'R', g: 'h', w: 'x' }[token.at(-1) ?? ''];
  expect(library(altered)).toEqual(library(token));
  expect(await judge(altered)).toEqual(await judge(token));
});

function twoEnds(): string {
  return forgeText(JSON.stringify(HEADER), `{"exp":1,${JSON.stringify(CLAIMS).slice(1)}`);
}
