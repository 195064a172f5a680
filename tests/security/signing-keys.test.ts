import { generateKeyPairSync } from 'node:crypto';
import { calculateJwkThumbprint } from 'jose';
import {
  exportPrivateKey,
  generateSigningKey,
  importPrivateKey,
  importPublicKey,
  thumbprint,
} from '../../src/security/signing-keys.ts';

test('a new key is a P-256 key named by its thumbprint, published without its private part', async () => {
  const { jwk, kid, privateKey, publicKey } = generateSigningKey('licence');
  expect(privateKey.asymmetricKeyDetails?.namedCurve).toBe('prime256v1');
  expect(publicKey.type).toBe('public');
  expect(jwk).toEqual({
    kty: 'EC',
    crv: 'P-256',
    x: expect.stringMatching(/^[\w-]{43}$/),
    y: expect.stringMatching(/^[\w-]{43}$/),
    use: 'sig',
    alg: 'ES256',
    kid,
  });
  expect(kid).toBe(await calculateJwkThumbprint(jwk));
});

test('two keys are never the same', () => {
  expect(generateSigningKey('licence').kid).not.toBe(generateSigningKey('licence').kid);
});

test('a key of the log is an Ed25519 key named by its thumbprint', async () => {
  const { jwk, kid, privateKey } = generateSigningKey('log');
  expect(privateKey.asymmetricKeyType).toBe('ed25519');
  expect(jwk).toEqual({
    kty: 'OKP',
    crv: 'Ed25519',
    x: expect.stringMatching(/^[\w-]{43}$/),
    use: 'sig',
    alg: 'Ed25519',
    kid,
  });
  expect(kid).toBe(await calculateJwkThumbprint(jwk));
});

test.each(['licence', 'log'] as const)(
  'a private key for the %s comes back from its PEM, and a public one from its JWK',
  (purpose) => {
    const key = generateSigningKey(purpose);
    const back = importPrivateKey(exportPrivateKey(key), purpose);
    expect(back.jwk).toEqual(key.jwk);
    expect(back.privateKey.equals(key.privateKey)).toBe(true);
    expect(importPublicKey({ ...key.jwk }, purpose).equals(key.publicKey)).toBe(true);
  },
);

test('a key on another curve, or of the log, signs no licence, and a licence key no checkpoint', () => {
  const p384 = generateKeyPairSync('ec', { namedCurve: 'P-384' });
  for (const { privateKey, publicKey } of [p384, generateSigningKey('log')]) {
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    expect(() => importPrivateKey(pem, 'licence')).toThrow('P-256');
    expect(() => importPublicKey(publicKey.export({ format: 'jwk' }), 'licence')).toThrow('P-256');
  }
  const licence = generateSigningKey('licence');
  expect(() => importPrivateKey(exportPrivateKey(licence), 'log')).toThrow('Ed25519');
  expect(() => importPublicKey({ ...licence.jwk }, 'log')).toThrow('Ed25519');
});

test.each([
  [
    'RFC 7638 section 3.1',
    {
      kty: 'RSA',
      n:
        '0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_B' +
        'JECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_F' +
        'DW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4' +
        'vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw',
      e: 'AQAB',
      alg: 'RS256',
      kid: '2011-04-29',
    },
    'NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs',
  ],
  [
    'RFC 8037 appendix A.3',
    { kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' },
    'kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k',
  ],
])('the thumbprint of %s is the published one', (_source, jwk, expected) => {
  expect(thumbprint(jwk)).toBe(expected);
});

test('a symmetric key has no thumbprint that may be shown', () => {
  expect(() => thumbprint({ kty: 'oct', k: 'c2VjcmV0' })).toThrow('EC, OKP or RSA');
});
