import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { createSeal, deriveKey } from '../../src/security/seal.ts';

const key = randomBytes(32);
const { seal, open } = createSeal(key, randomBytes);

test('whatever is sealed opens again, and shows nothing of itself', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 8 }), fc.string(), (secret, purpose) => {
      const sealed = seal(secret, purpose);
      expect(sealed).toMatch(/^v1\.[\w-]+$/);
      expect(sealed).not.toContain(secret);
      expect(open(sealed, purpose)).toBe(secret);
    }),
  );
});

test('an empty secret can be sealed', () => {
  expect(open(seal('', 'x'), 'x')).toBe('');
});

test('the same secret never looks the same twice', () => {
  expect(seal('secret', 'x')).not.toBe(seal('secret', 'x'));
});

test('a seal with any one bit altered does not open', () => {
  const whole = Buffer.from(seal('a webhook secret', 'x').slice(3), 'base64url');
  fc.assert(
    fc.property(fc.nat(whole.length * 8 - 1), (bit) => {
      const altered = Buffer.from(whole);
      altered.writeUInt8(altered.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      expect(() => open(`v1.${altered.toString('base64url')}`, 'x')).toThrow('does not open');
    }),
  );
});

test.each([
  ['another purpose', () => open(seal('secret', 'signing-key:a'), 'signing-key:b')],
  ['another key', () => createSeal(randomBytes(32), randomBytes).open(seal('secret', 'x'), 'x')],
  ['another version', () => open(seal('secret', 'x').replace('v1.', 'v2.'), 'x')],
  ['a cut tag', () => open(seal('secret', 'x').slice(0, -8), 'x')],
  ['nothing', () => open('', 'x')],
  ['plain text', () => open('secret', 'x')],
])('%s opens nothing', (_what, attempt) => {
  expect(attempt).toThrow(/does not open: it was altered, or SEAL_KEY is not the key/);
});

test('the complaint shows nothing of what was sealed', () => {
  const sealed = seal('hunter2', 'x');
  expect(() => open(sealed, 'y')).not.toThrow(sealed);
  expect(() => open(sealed, 'y')).not.toThrow('hunter2');
});

test('keys for different uses differ, and each is always the same', () => {
  expect(deriveKey(key, 'a')).toHaveLength(32);
  expect(deriveKey(key, 'a')).toEqual(deriveKey(key, 'a'));
  expect(deriveKey(key, 'a')).not.toEqual(deriveKey(key, 'b'));
  expect(deriveKey(key, 'a')).not.toEqual(key);
});

test('a key of another length is refused', () => {
  expect(() => createSeal(randomBytes(16), randomBytes)).toThrow('32 bytes');
  expect(() => deriveKey(randomBytes(16), 'a')).toThrow('32 bytes');
});
