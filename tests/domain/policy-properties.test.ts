import fc from 'fast-check';
import { decide, type Effect, type Rule } from '../../src/domain/policy.ts';
import type { Conditions } from '../../src/domain/rule-conditions.ts';
import { sampleFacts } from './samples.ts';

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
