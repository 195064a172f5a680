import fc from 'fast-check';
import { signLicence } from '../../../src/security/licence-token.ts';
import { verifySignature } from '../../../src/security/verification/verify-signature.ts';
import { CLAIMS, DEPS, forge, forgeText, HEADER, KEY } from '../samples.ts';

const never = (token: string) => expect(verifySignature(token, DEPS).ok).toBeUndefined();

test('any string has an answer, and no made-up string is genuine', () => {
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
      const verdict = verifySignature(forge({ claims: { [name]: value } }), DEPS);
      expect(verdict.ok ? 'genuine' : verdict.reason).toMatch(/^genuine$|\.$/);
    }),
  );
});

test('a token with any one character before the last altered is not genuine', () => {
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
