import { CLAIMS, codeOf, DAY, forge, judge, NOW } from '../samples.ts';

const { odrl, use } = CLAIMS;
const at = (instant: number) => new Date(instant).toISOString();
const first = odrl.permission[0];
const constraints = first?.constraint ?? [];
const code = (claims: object) => codeOf(forge({ claims }));
const permitting = (...constraint: unknown[]) =>
  code({ odrl: { ...odrl, permission: [{ ...first, constraint }] } });
const from = { leftOperand: 'dateTime', operator: 'gteq', rightOperand: at(NOW) };
const until = { leftOperand: 'dateTime', operator: 'lt', rightOperand: at(NOW + 10 * DAY) };

test('the agreement that we write says what the token says', async () => {
  expect(await code({})).toBe('valid');
});

test.each([
  ['no beginning', [until]],
  ['no end', [from]],
  ['no times', []],
  ['a later end', [from, { ...until, rightOperand: at(NOW + 11 * DAY) }]],
  ['an earlier beginning', [{ ...from, rightOperand: at(NOW - 1000) }, until]],
  ['an end that is no time', [from, { ...until, rightOperand: 'whenever' }]],
  ['an end that is a number', [from, { ...until, rightOperand: NOW + 10 * DAY }]],
  ['an instant instead of an interval', [{ ...from, operator: 'eq' }]],
  ['a second, later end', [from, until, { ...until, rightOperand: at(NOW + 11 * DAY) }]],
  [
    'another end within an alternative',
    [from, until, { or: [{ ...until, rightOperand: at(NOW) }] }],
  ],
  ['an end beside one that only looks like it', [from, { ...until, leftOperand: 'delayPeriod' }]],
])('an agreement with %s disagrees', async (_what, constraint) => {
  expect(await permitting(...constraint)).toBe('terms-disagree');
});

test.each([
  ['as typed literals', [from, { ...until, rightOperand: { '@value': until.rightOperand } }]],
  ['joined by "and"', [{ and: [from, until] }]],
  ['joined by "and" in a list', [{ and: { '@list': [from, until] } }]],
  ['in another time zone', [{ ...from, rightOperand: '2026-03-01T08:00:00+02:00' }, until]],
  ['with prefixes', [from, { ...until, leftOperand: 'odrl:dateTime', operator: 'odrl:lt' }]],
])('the same times %s agree', async (_what, constraint) => {
  expect(await permitting(...constraint)).toBe('valid');
});

test.each([
  ['another outlet', { ...odrl, assignee: 'urn:uuid:01957c1a-0000-7000-8000-0000000000ab' }],
  ['nobody', { ...odrl, assignee: undefined }],
  ['the outlet as a prefix', { ...odrl, assignee: `${odrl.assignee}0` }],
  ['another article', { ...odrl, target: 'urn:uuid:01957c1a-0000-7000-8000-0000000000bc' }],
  ['nothing', { ...odrl, target: null }],
  ['no permission', { ...odrl, permission: [] }],
  ['a permission for another', { ...odrl, permission: [{ ...first, assignee: 'somebody' }] }],
  [
    'a second permission that ends later',
    {
      ...odrl,
      permission: [
        ...odrl.permission,
        { ...first, constraint: [from, { ...until, rightOperand: at(NOW + 11 * DAY) }] },
      ],
    },
  ],
])('an agreement with %s disagrees', async (_what, agreement) => {
  expect(await code({ odrl: agreement })).toBe('terms-disagree');
});

test('what was granted has the times of the token', async () => {
  expect(await code({ use: { ...use, until: at(NOW + 11 * DAY) } })).toBe('terms-disagree');
  expect(await code({ exp: CLAIMS.exp + 1 })).toBe('terms-disagree');
  expect(await code({ nbf: CLAIMS.nbf - 1 })).toBe('terms-disagree');
});

test('a hostile agreement costs no more than its length', async () => {
  const deep = JSON.parse(`${'{"and":['.repeat(900)}${']}'.repeat(900)}`);
  const started = performance.now();
  expect(await permitting(...constraints, deep)).toBe('valid');
  expect(await judge(forge({ claims: { odrl: deep } }))).toHaveProperty('valid', false);
  expect(performance.now() - started).toBeLessThan(200);
});
