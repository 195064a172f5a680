import { decide, type Policy } from '../../src/domain/policy.ts';
import type { RequestFacts } from '../../src/domain/request-facts.ts';
import type { Rule } from '../../src/domain/rule.ts';
import { DEFAULT_TERMS, type Terms } from '../../src/domain/terms.ts';
import { DAY, NOW, sampleFacts } from './samples.ts';

const NAMED: Record<string, Terms> = {
  wide: {
    ...DEFAULT_TERMS,
    media: ['web', 'app', 'print'],
    edits: { ...DEFAULT_TERMS.edits, level: 'shorten' },
  },
  brief: { ...DEFAULT_TERMS, window: { ...DEFAULT_TERMS.window, maxDays: 7 } },
};
const decideWith = (facts: RequestFacts, rules: Rule[] | null, more: Partial<Policy> = {}) =>
  decide(facts, rules && { rules, ...more }, (slug) => NAMED[slug]);

const grantAll: Rule = { name: 'all', effect: 'grant', reason: 'Anyone may.' };
const grantNordic: Rule = {
  name: 'nordic',
  effect: 'grant',
  when: { outlet: { country: ['NO', 'SE'] } },
  terms: 'wide',
  reason: 'Our neighbours may.',
};
const refuseWeekly: Rule = {
  name: 'no weeklies',
  effect: 'refuse',
  when: { outlet: { class: ['weekly'] } },
  reason: 'Weeklies have an offer of their own.',
};
const refuseLong: Rule = {
  name: 'no long uses',
  effect: 'refuse',
  unless: { use: { maxDays: 60 } },
  reason: 'Two months at most.',
};
const referWeather: Rule = {
  name: 'weather',
  effect: 'refer',
  when: { article: { subject: ['weather'] } },
  unless: { outlet: { tag: ['trusted'] } },
  reason: 'The weather desk decides.',
};
const RULES = [grantNordic, refuseWeekly, referWeather, refuseLong, grantAll];

const weekly = { outlet: { class: 'weekly' } };
const untrusted = { outlet: { tags: [] } };

test.each<[string, Parameters<typeof sampleFacts>[0], string, string[], string | null]>([
  ['a trusted neighbour', {}, 'granted', ['Our neighbours may.'], 'wide'],
  ['another country', { outlet: { country: 'FR' } }, 'granted', ['Anyone may.'], null],
  ['a weekly', weekly, 'refused', [refuseWeekly.reason], null],
  ['too long a use', { use: { until: NOW + 61 * DAY } }, 'refused', [refuseLong.reason], null],
  [
    'a weekly with too long a use',
    { ...weekly, use: { until: NOW + 61 * DAY } },
    'refused',
    [refuseWeekly.reason, refuseLong.reason],
    null,
  ],
  ['an outlet nobody vouches for', untrusted, 'pending', [referWeather.reason], null],
  [
    'a weekly nobody vouches for',
    { outlet: { class: 'weekly', tags: [] } },
    'refused',
    [refuseWeekly.reason],
    null,
  ],
  [
    'an article that is referred',
    { ...untrusted, rights: { reprint: 'refer' } },
    'pending',
    ['Each reprint of this article is decided by a person.', referWeather.reason],
    null,
  ],
  [
    'an article not for reprint, asked by a weekly',
    { ...weekly, rights: { reprint: 'none' } },
    'refused',
    ['This article is not for reprint.', refuseWeekly.reason],
    null,
  ],
  [
    'a killed article',
    { article: { state: 'killed' } },
    'refused',
    ['This article was killed; remove any copy.'],
    null,
  ],
  [
    'an excluded territory',
    { rights: { excludeTerritories: ['NO'] } },
    'refused',
    ['This article may not be offered in NO; ask without, or for world.'],
    null,
  ],
  [
    'an ask beyond the terms of the first grant',
    { use: { edits: 'any', images: 'listed' } },
    'refused',
    [
      'Edits of the kind "any" are not on offer; the most is "shorten".',
      'Images "listed" are not on offer; the most is "none".',
    ],
    'wide',
  ],
])('%s', (_what, changes, outcome, messages, termsSlug) => {
  const decision = decideWith(sampleFacts(changes), RULES);
  expect(decision).toMatchObject({ outcome, termsSlug });
  expect(decision.reasons.map((reason) => reason.message)).toEqual(messages);
  expect(decision.granted !== null).toBe(outcome === 'granted');
  expect(decision.trace.map((rule) => rule.rule)).toEqual(RULES.map((rule) => rule.name));
});

test.each<[string, Rule[] | null, string]>([
  ['no policy', null, 'no-policy'],
  ['a policy without rules', [], 'no-rule-matched'],
  ['rules that speak of others', [refuseWeekly], 'no-rule-matched'],
])('with %s a person decides', (_what, rules, code) => {
  expect(decideWith(sampleFacts(), rules)).toMatchObject({
    outcome: 'pending',
    reasons: [{ code }],
    termsSlug: null,
    granted: null,
  });
});

test.each<[string, Rule, Partial<Policy>, string | null, number]>([
  ['the rule', { ...grantAll, terms: 'wide' }, { defaultTerms: 'brief' }, 'wide', 300],
  ['the policy', grantAll, { defaultTerms: 'wide' }, 'wide', 300],
  ['the house', grantAll, {}, null, 300],
])('terms come from %s', (_what, rule, more, termsSlug, days) => {
  const facts = sampleFacts({ use: { until: NOW + days * DAY } });
  expect(decideWith(facts, [rule], more)).toMatchObject({ outcome: 'granted', termsSlug });
});

test('the first matching grant gives the terms, though a later one would give more', () => {
  const facts = sampleFacts({ use: { media: ['print'] } });
  const rules: Rule[] = [{ ...grantAll, name: 'first', terms: 'brief' }, grantNordic];
  expect(decideWith(facts, rules)).toMatchObject({
    outcome: 'refused',
    termsSlug: 'brief',
    reasons: [{ code: 'media-not-offered' }, { code: 'too-long' }],
  });
});

test.each<[string, Rule[], Partial<Policy>, string]>([
  ['a rule', [refuseWeekly, { ...grantAll, terms: 'gone' }], {}, '#/rules/1/terms'],
  ['the policy', [grantAll], { defaultTerms: 'gone' }, '#/defaultTerms'],
])('terms of %s that are not there are a fault, and a person decides', (_what, rules, more, at) => {
  const decision = decideWith(sampleFacts(), rules, more);
  expect(decision).toMatchObject({
    outcome: 'pending',
    reasons: [{ code: 'policy-faulty', message: expect.stringContaining(at) }],
    faults: [{ pointer: at, code: 'unknown-terms', detail: expect.stringContaining('"gone"') }],
  });
  expect(decision.trace).toHaveLength(rules.length);
});

test('terms that are not there are no fault where another rule refuses anyway', () => {
  const rules: Rule[] = [{ ...grantAll, terms: 'gone' }, refuseWeekly];
  expect(decideWith(sampleFacts(weekly), rules)).toMatchObject({ outcome: 'refused', faults: [] });
});

test('an `unless` that names nothing excepts nothing', () => {
  const rule: Rule = { ...grantAll, unless: { outlet: {} } };
  expect(decideWith(sampleFacts(), [rule])).toMatchObject({ outcome: 'granted' });
});

test('the trace says of every rule why it spoke or kept silent', () => {
  expect(decideWith(sampleFacts(), RULES).trace).toEqual([
    { rule: 'nordic', effect: 'grant', matched: true, why: 'Every condition holds.' },
    {
      rule: 'no weeklies',
      effect: 'refuse',
      matched: false,
      why: 'outlet.class is daily, wanted weekly.',
    },
    {
      rule: 'weather',
      effect: 'refer',
      matched: false,
      why: 'Except where outlet.tag is north, trusted, wanted trusted.',
    },
    {
      rule: 'no long uses',
      effect: 'refuse',
      matched: false,
      why: 'Except where the length of the use in days is 30, at most 60.',
    },
    { rule: 'all', effect: 'grant', matched: true, why: 'Every condition holds.' },
  ]);
});
