import { getListFromStatusListJWT } from '@sd-jwt/jwt-status-list';
import { createLocalJWKSet, jwtVerify } from 'jose';
import { generateSigningKey } from '../../../src/security/signing-keys.ts';
import { signStatusList } from '../../../src/security/status-list/status-list-token.ts';

const KEY = generateSigningKey();
const at = Date.UTC(2031, 0, 1, 12) + 250;
const uri = 'https://rights.example/status/abc';
const token = signStatusList(
  {
    uri,
    at,
    entries: [
      [0, 1],
      [7, 2],
      [131_071, 3],
    ],
  },
  KEY,
);

test('a library that we did not write verifies the token by the JWKS', async () => {
  const jwks = createLocalJWKSet({ keys: [{ ...KEY.jwk }] });
  const { payload, protectedHeader } = await jwtVerify(token, jwks, {
    typ: 'statuslist+jwt',
    algorithms: ['ES256'],
    subject: uri,
    requiredClaims: ['iat', 'exp', 'sub'],
    currentDate: new Date(at),
  });
  expect(protectedHeader).toEqual({ typ: 'statuslist+jwt', alg: 'ES256', kid: KEY.kid });
  const iat = Math.floor(at / 1000);
  expect(payload).toEqual({
    sub: uri,
    iat,
    exp: iat + 86_400,
    ttl: 300,
    status_list: { bits: 2, lst: expect.stringMatching(/^[\w-]+$/) },
  });
});

test('a library for status lists reads it, and what is not named is valid', () => {
  const list = getListFromStatusListJWT(token);
  expect([0, 1, 7, 131_071].map((index) => list.getStatus(index))).toEqual([1, 0, 2, 3]);
  expect(list.statusList).toHaveLength(131_072);
});
