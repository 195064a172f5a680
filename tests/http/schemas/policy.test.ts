import { z } from 'zod';
import { readPolicy } from '../../../src/domain/read-policy.ts';
import { PolicyBody } from '../../../src/http/schemas/policy.ts';
import { faults } from './faults.ts';

const RULE = { name: 'all', effect: 'grant', reason: 'Anyone may.' };
const OUTLET = '01957c1a-0000-7000-8000-0000000000aa';

test('a policy with every condition is read as it is', () => {
  const conditions = {
    outlet: { id: [OUTLET], country: ['NO'], class: ['daily'], tag: ['north'] },
    article: { subject: ['sea'], language: ['en'], maxAgeHours: 48, minWords: 1, maxWords: 900 },
    use: {
      media: ['web'],
      territories: ['world'],
      languages: ['en-GB'],
      maxDays: 30,
      edits: ['none'],
      images: ['none', 'withStory'],
    },
  };
  const policy = {
    defaultTerms: 'house-terms',
    // biome-ignore lint/suspicious/noThenProperty: the name is the API's, and nothing awaits a quota
    quota: { perOutletPerMonth: 5, then: 'refer' },
    rules: [{ ...RULE, when: conditions, unless: conditions, terms: 'wide' }],
  };
  expect(PolicyBody.parse(policy)).toEqual(policy);
  // What is taken in has to be understood when it is read back.
  expect(readPolicy(policy)).toBe(policy);
});

test('a policy may have no rules yet', () => {
  expect(PolicyBody.parse({ rules: [] })).toEqual({ rules: [] });
});

test('languages and ids are kept in their canonical form', () => {
  const when = { outlet: { id: [OUTLET.toUpperCase()] }, article: { language: ['EN-gb'] } };
  expect(PolicyBody.parse({ rules: [{ ...RULE, when }] }).rules[0]?.when).toEqual({
    outlet: { id: [OUTLET] },
    article: { language: ['en-GB'] },
  });
});

test.each<[string, object, string]>([
  ['no rules', { rules: undefined }, 'rules invalid_type'],
  ['a quota without an end', { quota: { perOutletPerMonth: 5 } }, 'quota.then invalid_value'],
  ['half a licence', { quota: { perOutletPerMonth: 0.5 } }, 'quota.perOutletPerMonth invalid_type'],
  ['an unknown field', { version: 3 }, ' unrecognized_keys'],
  ['a slug that is none', { defaultTerms: 'House Terms' }, 'defaultTerms invalid_format'],
])('%s is a fault of the policy', (_what, change, fault) => {
  expect(faults(PolicyBody, { rules: [RULE], ...change })[0]).toMatch(new RegExp(`^${fault}`));
});

test.each<[string, object, string]>([
  ['another effect', { effect: 'allow' }, 'effect invalid_value'],
  ['no reason', { reason: ' ' }, 'reason too_small'],
  ['no name', { name: '' }, 'name too_small'],
  ['terms of a refusal', { effect: 'refuse', terms: 'wide' }, 'terms custom Only a rule that'],
  ['an unknown condition', { when: { outlet: { size: ['big'] } } }, 'when.outlet unrecognized'],
  ['an empty condition', { unless: { use: { media: [] } } }, 'unless.use.media too_small'],
  [
    'an id that is none',
    { when: { outlet: { id: ['daily'] } } },
    'when.outlet.id.0 invalid_format',
  ],
  ['the world as a country', { when: { outlet: { country: ['world'] } } }, 'when.outlet.country.0'],
  ['no time at all', { when: { article: { maxAgeHours: 0 } } }, 'when.article.maxAgeHours'],
  [
    'bounds the wrong way round',
    { when: { article: { minWords: 500, maxWords: 300 } } },
    'when.article.maxWords custom',
  ],
])('%s is a fault of the rule', (_what, change, fault) => {
  const found = faults(PolicyBody, { rules: [{ ...RULE, ...change }] });
  expect(found[0]).toMatch(new RegExp(`^rules\\.0\\.${fault.replaceAll('.', '\\.')}`));
});

test('two rules of one name could not be told apart', () => {
  expect(faults(PolicyBody, { rules: [RULE, { ...RULE, effect: 'refuse' }] })).toEqual([
    'rules.1.name custom Another rule is so named.',
  ]);
});

test('it can be drawn as JSON Schema, in and out', () => {
  expect(z.toJSONSchema(PolicyBody, { io: 'input' })).toHaveProperty('$defs.PolicyRule');
  expect(z.toJSONSchema(PolicyBody)).toHaveProperty('$defs.PolicyRule');
});
