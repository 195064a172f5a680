import jwt from 'jsonwebtoken';
import { verifySignature } from '../../src/security/verification/verify-signature.ts';
import { CLAIMS, DEPS, forge, forgeText, HEADER, KEY } from './samples.ts';

/** What jsonwebtoken alone lets pass: if one of these fails, the trap is gone and so may we. */
const library = (token: string, options: jwt.VerifyOptions = {}) =>
  jwt.verify(token, KEY.publicKey, {
    algorithms: ['ES256'],
    clockTimestamp: DEPS.now / 1000,
    ...options,
  });

test.each([
  ['never looks at the type', forge({ header: { typ: 'JWT' } }), 'wrong-type'],
  ['takes a token without an end', forge({ claims: { exp: undefined } }), 'claims-missing'],
  ['takes a token without a beginning', forge({ claims: { nbf: undefined } }), 'claims-missing'],
  ['ignores critical extensions', forge({ header: { crit: ['x'], x: 1 } }), 'critical-header'],
  ['keeps the last of two members', twoEnds(), 'duplicate-members'],
])('the library %s; our verifier refuses', (_trap, token, code) => {
  expect(() => library(token)).not.toThrow();
  expect(verifySignature(token, DEPS)).toMatchObject({ valid: false, code });
});

test('the library skips an empty issuer and an empty audience; our verifier compares them', () => {
  const token = forge({ claims: { iss: 'https://evil.example' } });
  expect(() => library(token, { issuer: '', audience: '' })).not.toThrow();
  expect(verifySignature(token, { ...DEPS, issuer: '', aliases: [] })).toMatchObject({
    code: 'wrong-issuer',
  });
  expect(verifySignature(forge(), { ...DEPS, origin: '' })).toMatchObject({
    code: 'wrong-audience',
  });
});

test('the library reads a clock of zero as no clock; our verifier takes any instant', () => {
  const ended = forge({ claims: { nbf: 0, exp: 1000 } });
  expect(() => library(ended, { clockTimestamp: 0 })).toThrow('expired');
  expect(verifySignature(ended, { ...DEPS, now: 0 })).toHaveProperty('ok', true);
});

test('the library signs an end that is no number as null; our verifier refuses it', () => {
  const token = jwt.sign({ ...CLAIMS, exp: Number.NaN }, KEY.privateKey, {
    algorithm: 'ES256',
    header: { typ: 'reprint-licence+jwt', alg: 'ES256', kid: KEY.kid },
  });
  expect(jwt.decode(token)).toHaveProperty('exp', null);
  expect(verifySignature(token, DEPS)).toMatchObject({ code: 'claims-invalid' });
});

test('the library takes any string that decodes to the signature: a string is no identity', () => {
  const token = forge();
  const altered = token.slice(0, -1) + { A: 'B', Q: 'R', g: 'h', w: 'x' }[token.at(-1) ?? ''];
  expect(library(altered)).toEqual(library(token));
  expect(verifySignature(altered, DEPS)).toEqual(verifySignature(token, DEPS));
});

function twoEnds(): string {
  return forgeText(JSON.stringify(HEADER), `{"exp":1,${JSON.stringify(CLAIMS).slice(1)}`);
}
