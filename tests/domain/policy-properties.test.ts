import fc from 'fast-check';
import { beyondTerms } from '../../src/domain/beyond-terms.ts';
import { MEDIA } from '../../src/domain/media.ts';
import { decide } from '../../src/domain/policy.ts';
import type { Effect, Rule } from '../../src/domain/rule.ts';
import type { Conditions } from '../../src/domain/rule-conditions.ts';
import { DEFAULT_TERMS, type Terms } from '../../src/domain/terms.ts';
import { EDIT_LEVELS, IMAGE_LEVELS } from '../../src/domain/use.ts';
import { DAY, NOW, sampleFacts } from './samples.ts';

const decideBy = (rules: Rule[]) => decide(sampleFacts(), { rules }, () => undefined);

const anyRule: fc.Arbitrary<Rule> = fc.record({
  name: fc.uuid(),
  effect: fc.constantFrom<Effect>('grant', 'refuse', 'refer'),
  when: fc.option(
    fc.constantFrom<Conditions>(
      { outlet: { country: ['NO'] } },
      { outlet: { country: ['FR'] } },
      { article: { subject: ['weather'], maxAgeHours: 9 } },
      { use: { media: ['web'] } },
    ),
    { nil: undefined },
  ),
  reason: fc.string({ minLength: 1 }),
});

test('a refusal wins wherever it stands', () => {
  const refusal: Rule = { name: 'never', effect: 'refuse', reason: 'Never.' };
  fc.assert(
    fc.property(fc.array(anyRule), fc.nat(), (rules, place) => {
      const all = rules.toSpliced(place % (rules.length + 1), 0, refusal);
      const { outcome, reasons } = decideBy(all);
      expect(outcome).toBe('refused');
      expect(reasons).toContainEqual({ code: 'rule-refused', message: 'Never.' });
    }),
  );
});

test('the outcome does not hang on the order of the rules', () => {
  fc.assert(
    fc.property(fc.array(anyRule), (rules) => {
      const forwards = decideBy(rules).outcome;
      expect(decideBy(rules.toReversed()).outcome).toBe(forwards);
    }),
  );
});

test('a rule that does not match changes nothing but the trace', () => {
  const silent = anyRule.map((rule) => ({ ...rule, when: { outlet: { id: ['nobody'] } } }));
  fc.assert(
    fc.property(fc.array(anyRule), silent, fc.nat(), (rules, rule, place) => {
      const { trace, ...without } = decideBy(rules);
      const all = rules.toSpliced(place % (rules.length + 1), 0, rule);
      const { trace: longer, ...withIt } = decideBy(all);
      expect(withIt).toEqual(without);
      expect(longer).toHaveLength(trace.length + 1);
    }),
  );
});

test('the same facts and policy are decided alike', () => {
  fc.assert(
    fc.property(fc.array(anyRule), (rules) => {
      expect(decideBy(structuredClone(rules))).toEqual(decideBy(rules));
    }),
  );
});

test('what is granted lies within the terms, and is what was asked', () => {
  const anyUse = fc.record({
    media: fc.subarray([...MEDIA], { minLength: 1 }),
    territories: fc.subarray(['NO', 'SE', 'FI'], { minLength: 1 }),
    languages: fc.subarray(['en', 'no', 'fi'], { minLength: 1 }),
    until: fc.integer({ min: NOW + DAY, max: NOW + 40 * DAY }),
    edits: fc.constantFrom(...EDIT_LEVELS),
    images: fc.constantFrom(...IMAGE_LEVELS),
  });
  const terms: Terms = {
    ...DEFAULT_TERMS,
    media: ['web', 'app', 'print'],
    territories: ['NO', 'SE'],
    languages: ['en', 'no'],
    window: { ...DEFAULT_TERMS.window, maxDays: 30 },
    edits: { ...DEFAULT_TERMS.edits, level: 'style' },
    images: 'withStory',
  };
  const policy = {
    rules: [{ name: 'all', effect: 'grant', terms: 'some', reason: 'Anyone may.' } as const],
  };
  fc.assert(
    fc.property(anyUse, (use) => {
      const facts = sampleFacts({ use });
      const { outcome, granted } = decide(facts, policy, () => terms);
      const beyond = beyondTerms(facts, terms);
      expect(outcome).toBe(beyond.length > 0 ? 'refused' : 'granted');
      if (granted) expect(granted).toMatchObject(use);
    }),
  );
});
