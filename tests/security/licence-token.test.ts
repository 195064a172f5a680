import { compactVerify, createLocalJWKSet, decodeProtectedHeader, jwtVerify } from 'jose';
import { signLicence } from '../../src/security/licence-token.ts';
import { CLAIMS, judge, KEY, NOW } from '../verifier/samples.ts';

const jwks = createLocalJWKSet({ keys: [{ ...KEY.jwk }] });

test('the header names type, algorithm and key, and nothing else', () => {
  expect(decodeProtectedHeader(signLicence(CLAIMS, KEY))).toEqual({
    typ: 'reprint-licence+jwt',
    alg: 'ES256',
    kid: KEY.kid,
  });
});

test('a library we did not write verifies a licence by the JWKS', async () => {
  const { payload } = await jwtVerify(signLicence(CLAIMS, KEY), jwks, {
    typ: 'reprint-licence+jwt',
    algorithms: ['ES256'],
    issuer: 'https://permissions.example',
    audience: 'https://www.daily.example',
    requiredClaims: ['exp', 'nbf', 'iat', 'jti', 'sub'],
    currentDate: new Date(NOW),
  });
  expect(payload).toEqual(CLAIMS);
});

test('the claims are signed as they are: no time is added or changed', async () => {
  const { payload } = await compactVerify(signLicence(CLAIMS, KEY), jwks);
  expect(Buffer.from(payload).toString()).toBe(JSON.stringify(CLAIMS));
});

test('our own verifier knows what we sign', async () => {
  const verdict = await judge(signLicence(CLAIMS, KEY));
  expect(verdict).toMatchObject({ valid: true, claims: CLAIMS });
});

test('an end that is no number is signed as null, and found by our verifier before it leaves', async () => {
  const token = signLicence({ ...CLAIMS, exp: Number.NaN }, KEY);
  expect(await judge(token)).toMatchObject({ valid: false, code: 'claims-invalid' });
});
