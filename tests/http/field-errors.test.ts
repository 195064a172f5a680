import { z } from 'zod';
import { fieldErrors } from '../../src/http/field-errors.ts';
import { sentenceOf } from '../../src/http/field-sentences.ts';
import { StaffKeyBody } from '../../src/http/schemas/key.ts';
import { PolicyBody } from '../../src/http/schemas/policy.ts';
import { TermsBody } from '../../src/http/schemas/terms.ts';

function faults(schema: z.ZodType, value: unknown) {
  const { error } = schema.safeParse(value, { error: sentenceOf });
  return fieldErrors(schema, value, error?.issues ?? []);
}
const codes = (schema: z.ZodType, value: unknown) =>
  faults(schema, value).map(({ pointer, code }) => `${pointer} ${code}`);

test.each([
  [z.string(), undefined, 'missing', 'This is needed: a string.'],
  [z.string(), null, 'wrong-type', 'Send a string here, not null.'],
  [z.int(), 1.5, 'wrong-type', undefined],
  [z.enum(['a', 'b']), 'c', 'not-an-option', 'Write one of "a", "b".'],
  [z.enum(['a', 'b']), undefined, 'missing', 'This is needed: one of "a", "b".'],
  [z.email(), 'nobody', 'wrong-format', 'Write an e-mail address.'],
  [z.string().min(2), 'a', 'too-short', 'Send at least 2 characters.'],
  [z.string().max(2), 'abc', 'too-long', 'Send at most 2 characters.'],
  [z.array(z.string()).max(1), ['a', 'b'], 'too-many', 'Send at most 1 entries.'],
  [z.number().max(7), 8, 'too-large', 'Send at most 7.'],
  [z.string().min(2, 'Say more.'), 'a', 'too-short', 'Say more.'],
])('%# a fault has a stable code and a sentence', (schema, value, code, detail) => {
  const [fault] = faults(z.object({ field: schema }), { field: value });
  expect(fault).toMatchObject({ pointer: '#/field', code, ...(detail ? { detail } : {}) });
});

test('a pointer is escaped as RFC 6901 asks of a fragment', () => {
  const schema = z.strictObject({});
  expect(faults(schema, { 'a/b~c d%': 1 }).map(({ pointer }) => pointer)).toEqual([
    '#/a~1b~0c%20d%25',
  ]);
});

test('of several forms the one that was meant is explained', () => {
  const body = z.union([
    z.strictObject({ html: z.string() }),
    z.strictObject({ text: z.string() }),
  ]);
  const schema = z.strictObject({ body });
  expect(codes(schema, { body: { html: 1 } })).toEqual(['#/body/html wrong-type']);
  expect(codes(schema, { body: 'Dawn' })).toEqual(['#/body wrong-type']);
  expect(codes(schema, { body: {} })).toEqual(['#/body wrong-type']);
  expect(codes(schema, {})).toEqual(['#/body missing']);
});

test('an unknown field is told beside the other faults, deep inside too', () => {
  expect(codes(TermsBody, { fee: 1, feee: 2, window: { byMedium: 1, maxDay: 2 } }).sort()).toEqual([
    '#/fee wrong-type',
    '#/feee unknown-field',
    '#/window/byMedium wrong-type',
    '#/window/maxDay unknown-field',
  ]);
});

test('a misspelt field is led to the known one through lists, defaults and wrappers', () => {
  const [fault] = faults(TermsBody, { window: { maxDay: 2 } });
  expect(fault?.detail).toBe('"maxDay" is not a field here. Did you mean "maxDays"?');
  const [rule] = faults(PolicyBody, {
    rules: [{ name: 'r', effect: 'grant', reason: 'r', wen: {} }],
  });
  expect(rule?.detail).toBe('"wen" is not a field here. Did you mean "when"?');
});

test.each(['__proto__', 'constructor', 'toString'])('%s is an unknown field like any', (name) => {
  const value = JSON.parse(`{"name":"k","role":"admin","${name}":{"polluted":true}}`);
  expect(codes(StaffKeyBody, value)).toEqual([`#/${name} unknown-field`]);
  expect({}).not.toHaveProperty('polluted');
});

test('a hundred faults are told, however many there are', () => {
  const fields = Object.fromEntries(Array.from({ length: 5_000 }, (_, i) => [`field${i}`, i]));
  expect(faults(z.strictObject({}), fields)).toHaveLength(100);
  expect(faults(z.array(z.string()), Array(5_000).fill(1))).toHaveLength(100);
});
