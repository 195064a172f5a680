import fc from 'fast-check';
import { signLicence } from '../../src/security/licence-token.ts';
import { CLAIMS, forge, forgeText, HEADER, judge, KEY } from './samples.ts';

const never = async (token: string) => expect(await judge(token)).toHaveProperty('valid', false);

test('any string has an answer, and no made-up string is valid', () =>
  fc.assert(fc.asyncProperty(fc.string({ unit: 'binary' }), never)));

test('any three parts have an answer', () => {
  const part = fc.base64String().map((text) => text.replace(/[+/=]/g, ''));
  return fc.assert(fc.asyncProperty(fc.tuple(part, part, part), (parts) => never(parts.join('.'))));
});

test('any header and any payload have an answer, though our own key signed them', () =>
  fc.assert(
    fc.asyncProperty(fc.json(), fc.json(), (header, payload) => never(forgeText(header, payload))),
  ));

test('any claim replaced by any value has an answer', () => {
  const names = fc.constantFrom(...Object.keys(CLAIMS));
  return fc.assert(
    fc.asyncProperty(names, fc.jsonValue(), async (name, value) => {
      expect((await judge(forge({ claims: { [name]: value } }))).reason).toMatch(/\.$/);
    }),
  );
});

test('a token with any one character before the last altered is not valid', () => {
  const token = signLicence(CLAIMS, KEY);
  return fc.assert(
    fc.asyncProperty(
      fc.nat(token.length - 2),
      fc.constantFrom(...'AZaz09-_.='),
      async (place, char) => {
        fc.pre(token[place] !== char);
        await never(token.slice(0, place) + char + token.slice(place + 1));
      },
    ),
  );
});

test('nesting as deep as a token can hold has an answer', () =>
  never(forgeText(JSON.stringify(HEADER), `{"a":${'['.repeat(5000)}${']'.repeat(5000)}}`)));
