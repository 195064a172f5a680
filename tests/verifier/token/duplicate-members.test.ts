import fc from 'fast-check';
import { duplicateMember } from '../../../src/verifier/token/duplicate-members.ts';

test.each([
  ['{"a":1,"a":2}', 'a'],
  ['{"a":1,"b":{"c":1,"d":[{"e":1},{"e":2,"e":3}]}}', 'e'],
  ['{"kid":1,"k\\u0069d":2}', 'kid'],
  ['{"a" :1,"a"\n:2}', 'a'],
  ['{"__proto__":1,"__proto__":2}', '__proto__'],
  ['{"":1,"":2}', ''],
  ['{"a":{"b":1},"a":0}', 'a'],
  ['{"a":"}","a":1}', 'a'],
  ['{"a\\\\":1,"a\\\\":2}', 'a\\'],
])('%s names %j twice', (json, name) => {
  expect(duplicateMember(json)).toBe(name);
});

test.each([
  '{}',
  '[]',
  '"a"',
  '{"a":{"a":{"a":1}}}',
  '[{"a":1},{"a":2}]',
  '{"a":"a","b":"a"}',
  '{"a":"\\"a\\":1,\\"a\\":2"}',
  '{"a":["a","a"],"A":1}',
  '{"a\\"":1,"a":2}',
])('%s names nothing twice', (json) => {
  expect(duplicateMember(json)).toBeUndefined();
});

test('what a serializer writes names nothing twice, and doubling its first member is found', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue(), { minKeys: 1 }), (object) => {
      const json = JSON.stringify(object);
      expect(duplicateMember(json)).toBeUndefined();
      const [name = ''] = Object.keys(object);
      expect(duplicateMember(`{${JSON.stringify(name)}:0,${json.slice(1)}`)).toBe(name);
    }),
  );
});
