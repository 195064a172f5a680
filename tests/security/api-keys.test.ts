import { createHmac, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import {
  claimsToBeOurs,
  hashApiKey,
  looksLikeOurs,
  makeKey,
  maskKey,
} from '../../src/security/api-keys.ts';

test('a key is prefix, random part and checksum', () => {
  const key = makeKey(randomBytes);
  expect(key).toMatch(/^imp_[0-9A-Za-z]{42}$/);
  expect(looksLikeOurs(key)).toBe(true);
});

test('the same random bytes make the same key, others another', () => {
  expect(makeKey((bytes) => Buffer.alloc(bytes, 61))).toMatch(/^imp_z{36}[0-9A-Za-z]{6}$/);
  expect(makeKey(randomBytes)).not.toBe(makeKey(randomBytes));
});

test('bytes that would favour some characters are drawn again', () => {
  const draws = [Buffer.alloc(36, 255), Buffer.from([...Array(35).fill(250), 1]), Buffer.alloc(36)];
  expect(makeKey(() => draws.shift() ?? Buffer.alloc(36))).toMatch(/^imp_10{35}/);
});

test('a key with any one character altered is no longer ours', () => {
  const key = makeKey(randomBytes);
  fc.assert(
    fc.property(fc.nat(key.length - 1), fc.constantFrom(...'azAZ09_-é'), (place, char) => {
      fc.pre(key[place] !== char);
      expect(looksLikeOurs(key.slice(0, place) + char + key.slice(place + 1))).toBe(false);
    }),
  );
});

test.each(['', 'imp_', 'imp_short', 'an-admin-key-of-somebody-elses-making', ' imp_'])(
  '%j is not ours',
  (key) => {
    expect(looksLikeOurs(key)).toBe(false);
  },
);

test('neither more nor less than the whole key is ours', () => {
  const key = makeKey(randomBytes);
  for (const other of [`${key}\n`, ` ${key}`, `${key}0`, key.slice(0, -1)]) {
    expect(looksLikeOurs(other)).toBe(false);
  }
});

test('a key claims to be ours by its prefix alone', () => {
  expect(claimsToBeOurs('imp_mistyped')).toBe(true);
  expect(claimsToBeOurs('somebody-elses')).toBe(false);
});

test('what is kept is an HMAC-SHA256 under the pepper', () => {
  const pepper = randomBytes(32);
  const expected = createHmac('sha256', pepper).update('imp_x').digest();
  expect(hashApiKey('imp_x', pepper)).toEqual(expected);
  expect(hashApiKey('imp_x', randomBytes(32))).not.toEqual(expected);
});

test('a mask shows four characters and no more', () => {
  expect(maskKey('imp_abcdefghij')).toBe('imp_abcd…');
});
