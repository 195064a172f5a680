import { readPolicy } from '../../src/domain/read-policy.ts';

const RULE = { name: 'all', effect: 'grant', reason: 'Anyone may.' };
const pointers = (document: unknown) => {
  const read = readPolicy(document);
  return Array.isArray(read) ? read.map((fault) => fault.pointer) : read;
};

test('a policy with everything in it is read as it was kept', () => {
  const conditions = {
    outlet: { id: ['a'], country: ['NO'], class: ['daily'], tag: ['north'] },
    article: { subject: ['sea'], language: ['en'], maxAgeHours: 4.5, minWords: 1, maxWords: 900 },
    use: {
      media: ['web'],
      territories: ['world'],
      languages: ['en'],
      maxDays: 30,
      edits: ['none'],
      images: ['none'],
    },
  };
  // biome-ignore lint/suspicious/noThenProperty: the name is the API's, and nothing awaits a quota
  const quota = { perOutletPerMonth: 3, then: 'refer' };
  const rules = [RULE, { ...RULE, when: conditions, unless: conditions, terms: 'wide' }];
  const policy = { defaultTerms: 'web', quota, rules };
  expect(readPolicy(policy)).toBe(policy);
});

test.each<[string, unknown, string[]]>([
  ['nothing', null, ['#']],
  ['a list', [], ['#']],
  ['no rules', {}, ['#/rules']],
  ['a member that is not known', { rules: [], bonus: 3 }, ['#/bonus']],
  ['terms that are no name', { rules: [], defaultTerms: 3 }, ['#/defaultTerms']],
  ['a rule that is none', { rules: ['grant'] }, ['#/rules/0']],
  ['an effect that is none', { rules: [{ ...RULE, effect: 'allow' }] }, ['#/rules/0/effect']],
  [
    'a rule without a reason',
    { rules: [RULE, { name: 'bare', effect: 'refer' }] },
    ['#/rules/1/reason'],
  ],
  [
    'a condition that is not known',
    { rules: [{ ...RULE, when: { outlet: { 'size/m~': ['big'] } } }] },
    ['#/rules/0/when/outlet/size~1m~0'],
  ],
  [
    'a condition named like a method of every object',
    { rules: [{ ...RULE, when: JSON.parse('{"__proto__": {}, "toString": {}}') }] },
    ['#/rules/0/when/__proto__', '#/rules/0/when/toString'],
  ],
  [
    'a list that is none',
    { rules: [{ ...RULE, unless: { use: { media: 'web' } } }] },
    ['#/rules/0/unless/use/media'],
  ],
  [
    'a number that is none',
    { rules: [{ ...RULE, when: { article: { maxAgeHours: '48' } } }] },
    ['#/rules/0/when/article/maxAgeHours'],
  ],
  ['half a quota', { rules: [], quota: { perOutletPerMonth: 3 } }, ['#/quota/then']],
])('%s is a fault, and never a rule that is passed over', (_what, document, expected) => {
  expect(pointers(document)).toEqual(expected);
});
