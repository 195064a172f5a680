import fc from 'fast-check';
import type { Quota, Standing } from '../../src/domain/bounds.ts';
import { decide, holdBounds } from '../../src/domain/policy.ts';
import { DEFAULT_TERMS, type Terms } from '../../src/domain/terms.ts';
import { NOW, sampleFacts } from './samples.ts';

const GRANT = decide(
  sampleFacts(),
  { rules: [{ name: 'all', effect: 'grant', reason: 'Anyone may.' }] },
  () => undefined,
);
const FREE: Standing = { month: '2026-03', granted: 0, live: 0, collisions: [] };
const FIVE: Terms = { ...DEFAULT_TERMS, limits: { ...DEFAULT_TERMS.limits, liveAtOnce: 5 } };
const ELSEWHERE = { licence: 'other', held: true, territories: ['NO'], until: NOW };

function quotaOf(perOutletPerMonth: number, spent: Quota['then']): Quota {
  // biome-ignore lint/suspicious/noThenProperty: the name is the API's, and nothing awaits a quota
  return { perOutletPerMonth, then: spent };
}
const held = (quota: Quota | undefined, standing: Partial<Standing>, terms = DEFAULT_TERMS) =>
  holdBounds(GRANT, quota, terms, { ...FREE, ...standing });

test('what stays within every bound is granted as it was', () => {
  expect(held(quotaOf(5, 'refuse'), { granted: 4, live: 4 }, FIVE)).toBe(GRANT);
});

test.each<[Quota['then'], string]>([
  ['refuse', 'refused'],
  ['refer', 'pending'],
])('a quota that is used up makes the next request %s', (spent, outcome) => {
  expect(held(quotaOf(5, spent), { granted: 5 })).toMatchObject({
    outcome,
    granted: null,
    reasons: [{ code: 'quota-reached', message: expect.stringContaining('2026-03') }],
  });
});

test('a quota of none grants none', () => {
  expect(held(quotaOf(0, 'refer'), {}).outcome).toBe('pending');
});

test('so many licences at once, and no more', () => {
  expect(held(undefined, { live: 5 }, FIVE)).toMatchObject({
    outcome: 'refused',
    reasons: [{ code: 'live-limit-reached' }],
  });
});

test.each([
  [true, 'held-exclusively'],
  [false, 'not-exclusive'],
])('a collision refuses by name of the territories (%s)', (exclusively, code) => {
  const collisions = [{ ...ELSEWHERE, held: exclusively }];
  expect(held(undefined, { collisions })).toMatchObject({
    outcome: 'refused',
    reasons: [{ code, pointer: '#/use/territories', message: expect.stringContaining('NO') }],
  });
});

test('what refuses outweighs a quota that would refer', () => {
  const both = held(quotaOf(1, 'refer'), { granted: 1, collisions: [ELSEWHERE] });
  expect(both.outcome).toBe('refused');
  expect(both.reasons.map((reason) => reason.code)).toContain('held-exclusively');
});

test('bounds never grant what the rules did not', () => {
  const refused = decide(sampleFacts(), null, () => undefined);
  fc.assert(
    fc.property(
      fc.nat(9),
      fc.nat(9),
      fc.constantFrom('refer', 'refuse'),
      (granted, most, spent) => {
        const quota = quotaOf(most, spent);
        expect(holdBounds(refused, quota, FIVE, { ...FREE, granted })).toBe(refused);
        expect(held(quota, { granted }).outcome === 'granted').toBe(granted < most);
      },
    ),
  );
});
