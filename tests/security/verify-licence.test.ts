import fc from 'fast-check';
import { signLicence } from '../../src/security/licence-token.ts';
import { verifyLicence } from '../../src/security/verify-licence.ts';
import { CLAIMS, DEPS, forge, forgeText, HEADER, KEY } from './samples.ts';

const deps = {
  ...DEPS,
  standing: (jti: string) =>
    jti === CLAIMS.jti ? ({ state: 'active', articleKilled: false } as const) : undefined,
};

test('a genuine licence that the record calls active is valid', () => {
  expect(verifyLicence(signLicence(CLAIMS, KEY), deps)).toMatchObject({
    valid: true,
    code: 'valid',
  });
});

test('a genuine token that the record does not know is never valid', () => {
  const unknown = forge({ claims: { jti: 'urn:uuid:01957c1a-0000-7000-8000-0000000000ff' } });
  expect(verifyLicence(unknown, deps)).toMatchObject({ valid: false, code: 'status-unknown' });
});

test('the record is not asked about a forgery', () => {
  const asked: string[] = [];
  const standing = (jti: string) => {
    asked.push(jti);
    return undefined;
  };
  expect(verifyLicence(forge({ header: { kid: 'x' } }), { ...deps, standing }).valid).toBe(false);
  expect(asked).toEqual([]);
});

const never = (token: string) => expect(verifyLicence(token, deps).valid).toBe(false);

test('any string has an answer, and no made-up string is valid', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), never));
});

test('any three parts have an answer', () => {
  const part = fc.base64String().map((text) => text.replace(/[+/=]/g, ''));
  fc.assert(fc.property(fc.tuple(part, part, part), (parts) => never(parts.join('.'))));
});

test('any header and any payload have an answer, though our own key signed them', () => {
  fc.assert(
    fc.property(fc.json(), fc.json(), (header, payload) => never(forgeText(header, payload))),
  );
});

test('any claim replaced by any value has an answer', () => {
  const names = fc.constantFrom(...Object.keys(CLAIMS));
  fc.assert(
    fc.property(names, fc.jsonValue(), (name, value) => {
      const verdict = verifyLicence(forge({ claims: { [name]: value } }), deps);
      expect(verdict.reason).toMatch(/\.$/);
    }),
  );
});

test('a token with any one character before the last altered is not valid', () => {
  const token = signLicence(CLAIMS, KEY);
  fc.assert(
    fc.property(fc.nat(token.length - 2), fc.constantFrom(...'AZaz09-_.='), (place, char) => {
      fc.pre(token[place] !== char);
      never(token.slice(0, place) + char + token.slice(place + 1));
    }),
  );
});

test('nesting as deep as a token can hold has an answer', () => {
  never(forgeText(JSON.stringify(HEADER), `{"a":${'['.repeat(5000)}${']'.repeat(5000)}}`));
});
