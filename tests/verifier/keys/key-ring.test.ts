import { generateKeyPairSync } from 'node:crypto';
import { generateSigningKey } from '../../../src/security/signing-keys.ts';
import { openKeyRing, readKeySet, type VerifierKey } from '../../../src/verifier/index.ts';
import { CLAIMS, codeOf, forge, KEY, NOW } from '../samples.ts';

const jwk = { ...KEY.jwk };
const other = generateSigningKey();
const under = async (...keys: VerifierKey[]) => codeOf(forge(), { keys: await openKeyRing(keys) });

test.each<[string, VerifierKey, string]>([
  ['an active key', { jwk, state: 'active' }, 'valid'],
  ['a key that is published and does not sign yet', { jwk, state: 'pending' }, 'valid'],
  ['a key that retired later', { jwk, state: 'retired', retiredAt: NOW + 1000 }, 'valid'],
  ['a key that is archived', { jwk, state: 'archived', retiredAt: NOW + 1000 }, 'valid'],
  [
    'a key that retired within the skew',
    { jwk, state: 'retired', retiredAt: NOW - 60_000 },
    'valid',
  ],
  ['a key that had retired', { jwk, state: 'retired', retiredAt: NOW - 61_000 }, 'key-retired'],
  ['an archived key that had retired', { jwk, state: 'archived', retiredAt: 0 }, 'key-retired'],
  ['a compromised key', { jwk, state: 'compromised' }, 'key-compromised'],
  [
    'a key compromised since, for whoever holds it writes any time',
    { jwk, state: 'compromised', compromisedAt: NOW + 1000 },
    'key-compromised',
  ],
])('a licence signed by %s', async (_what, key, code) => {
  expect(await under(key)).toBe(code);
});

test('a time of issue that is no number does not get past a retired key', async () => {
  const keys = await openKeyRing([{ jwk, state: 'retired', retiredAt: 0 }]);
  expect(await codeOf(forge({ claims: { iat: 'later' } }), { keys })).toBe('claims-invalid');
});

test.each<[string, VerifierKey[]]>([
  ['no keys', []],
  ['our name on another key', [{ jwk: { ...other.jwk, kid: KEY.kid }, state: 'active' }]],
  [
    'our name twice',
    [
      { jwk, state: 'active' },
      { jwk, state: 'retired', retiredAt: NOW },
    ],
  ],
  [
    'our name on another key beside ours',
    [
      { jwk, state: 'active' },
      { jwk: { ...other.jwk, kid: KEY.kid }, state: 'active' },
    ],
  ],
  ['our key for encryption', [{ jwk: { ...jwk, use: 'enc' }, state: 'active' }]],
  ['our key for another algorithm', [{ jwk: { ...jwk, alg: 'ES384' }, state: 'active' }]],
  ['our key for the log', [{ jwk: { ...jwk, purpose: 'log' }, state: 'active' }]],
  ['a point off the curve', [{ jwk: { ...jwk, x: KEY.kid }, state: 'active' }]],
  ['a key without a point', [{ jwk: { kty: 'EC', crv: 'P-256', kid: KEY.kid }, state: 'active' }]],
])('%s: the key is not known', async (_what, keys) => {
  expect(await under(...keys)).toBe('unknown-key');
});

test('a key that is left out says why', async () => {
  const { privateKey } = generateKeyPairSync('ed25519');
  const log = { ...privateKey.export({ format: 'jwk' }), kid: 'log' };
  const ring = await openKeyRing([
    { jwk, state: 'active' },
    { jwk, state: 'active' },
    { jwk: log, state: 'active' },
    { jwk: { ...other.jwk, kid: 'mine' }, state: 'active' },
  ]);
  expect(ring.keys.size).toBe(0);
  expect(Object.fromEntries(ring.left)).toEqual({
    [KEY.kid]: 'It stands there twice.',
    log: 'Its name is not its thumbprint.',
    mine: 'Its name is not its thumbprint.',
  });
});

test('a key that comes with its private half verifies all the same', async () => {
  const secret = { ...KEY.privateKey.export({ format: 'jwk' }), kid: KEY.kid };
  expect(await under({ jwk: secret, state: 'active' })).toBe('valid');
});

describe('a document of keys', () => {
  test('a plain set has active keys', () => {
    expect(readKeySet({ keys: [jwk] })).toEqual([{ jwk, state: 'active' }]);
  });

  test('the archive says what became of each', () => {
    const entry = { ...jwk, state: 'retired', retired_at: CLAIMS.iat, compromised_at: 7 };
    expect(readKeySet({ keys: [entry] })).toEqual([
      { jwk: entry, state: 'retired', retiredAt: NOW, compromisedAt: 7000 },
    ]);
  });

  test('a state that is not known is taken for the worst', () => {
    expect(readKeySet({ keys: [{ ...jwk, state: 'resting' }] })).toMatchObject([
      { state: 'compromised' },
    ]);
  });

  test.each([undefined, null, [], {}, { keys: {} }, { keys: ['x'] }, { keys: [null] }])(
    '%j is none',
    (document) => {
      expect(readKeySet(document)).toBeUndefined();
    },
  );
});
