import { beyondTerms } from '../../src/domain/beyond-terms.ts';
import { filterWithin } from '../../src/domain/filter-implies.ts';
import { grantUse } from '../../src/domain/grant-use.ts';
import { narrow } from '../../src/domain/narrow.ts';
import { decide, type Policy } from '../../src/domain/policy.ts';
import type { Rule } from '../../src/domain/rule.ts';
import type { ArticleConditions } from '../../src/domain/rule-conditions.ts';
import { DEFAULT_TERMS } from '../../src/domain/terms.ts';
import { DAY, NOW, sampleFeedFacts } from './samples.ts';

const ALL: Rule = { name: 'all', effect: 'grant', reason: 'Partners may.' };

function decided(filter: ArticleConditions, ...rules: Rule[]) {
  const policy: Policy = { rules };
  return decide(sampleFeedFacts(filter), policy, () => undefined);
}

function about(article: ArticleConditions, effect: Rule['effect'] = 'grant'): Rule {
  return { name: 'about', effect, reason: 'So it is.', when: { article } };
}

describe('the policy and a feed', () => {
  test('a rule without a condition on articles grants the feed', () => {
    expect(decided({}, ALL)).toMatchObject({ outcome: 'granted', granted: { languages: ['en'] } });
  });

  test.each<[string, ArticleConditions, ArticleConditions]>([
    ['fewer subjects', { subject: ['harbours'] }, { subject: ['harbours', 'weather'] }],
    ['a variant of the language', { language: ['en-GB'] }, { language: ['en'] }],
    ['younger articles', { maxAgeHours: 12 }, { maxAgeHours: 24 }],
    ['longer articles', { minWords: 300 }, { minWords: 200 }],
    ['shorter articles', { maxWords: 300 }, { maxWords: 400 }],
  ])('a rule grants the feed whose filter implies its condition: %s', (_, filter, wanted) => {
    expect(decided(filter, about(wanted)).outcome).toBe('granted');
    expect(filterWithin(filter, wanted)).toBe(true);
    expect(filterWithin(wanted, filter)).toBe(false);
  });

  test.each<[string, ArticleConditions, ArticleConditions]>([
    ['no filter', {}, { subject: ['harbours'] }],
    ['more subjects', { subject: ['harbours', 'law'] }, { subject: ['harbours', 'weather'] }],
    ['the language in all variants', { language: ['en'] }, { language: ['en-GB'] }],
    ['older articles', { maxAgeHours: 48 }, { maxAgeHours: 24 }],
    ['shorter articles', { minWords: 100 }, { minWords: 200 }],
    ['any length', {}, { maxWords: 400 }],
  ])(
    'a rule that the filter does not imply refers, whatever its effect: %s',
    (_, filter, wanted) => {
      for (const effect of ['grant', 'refer', 'refuse'] as const) {
        const { outcome, reasons, trace } = decided(filter, about(wanted, effect), ALL);
        expect(outcome).toBe('pending');
        const code = effect === 'refer' ? 'rule-referred' : 'feed-varies';
        expect(reasons).toEqual([expect.objectContaining({ code })]);
        expect(trace[0]).toMatchObject({ effect: 'refer', matched: true });
      }
    },
  );

  test('a rule whose other conditions fail says nothing', () => {
    const elsewhere = { ...about({ subject: ['law'] }, 'refuse') };
    elsewhere.when = { ...elsewhere.when, outlet: { country: ['SE'] } };
    expect(decided({}, elsewhere, ALL).outcome).toBe('granted');
  });

  test('an exception for some articles refers, one for all of them holds', () => {
    const except: Rule = { ...ALL, unless: { article: { subject: ['law'] } } };
    expect(decided({}, except).reasons).toMatchObject([{ code: 'feed-varies' }]);
    expect(decided({ subject: ['law'] }, except).reasons).toMatchObject([
      { code: 'no-rule-matched' },
    ]);
  });

  test('a refusal wins over what varies', () => {
    const refusal: Rule = { name: 'no', effect: 'refuse', reason: 'Not to you.' };
    expect(decided({}, about({ subject: ['law'] }), refusal).outcome).toBe('refused');
  });
});

describe('terms and a feed', () => {
  test('exclusive terms and terms fixed to a version are none for a feed', () => {
    const exclusivity = { territories: ['NO'], days: 3 };
    const terms = { ...DEFAULT_TERMS, exclusivity, onCorrection: 'fixed' } as const;
    const codes = ['feed-not-exclusive', 'feed-not-fixed'];
    expect(beyondTerms(sampleFeedFacts(), terms).map(({ code }) => code)).toEqual(codes);
    expect(narrow(sampleFeedFacts(), terms)).toMatchObject(codes.map((code) => ({ code })));
  });

  test('only an instant bounds the licence, not what is counted for each article', () => {
    const notBefore = NOW + DAY;
    const window = { ...DEFAULT_TERMS.window, notBefore, offerDays: 1 };
    expect(grantUse(sampleFeedFacts(), { ...DEFAULT_TERMS, window })).toMatchObject({
      from: notBefore,
    });
    const delayed = { ...window, notBefore: { after: 'PT24H' } };
    expect(grantUse(sampleFeedFacts(), { ...DEFAULT_TERMS, window: delayed })).toMatchObject({
      from: NOW,
    });
  });

  test("the languages are the filter's, or else the publication's", () => {
    const nordic = sampleFeedFacts({ language: ['nb', 'sv'] });
    expect(grantUse(nordic, DEFAULT_TERMS)).toMatchObject({ languages: ['nb', 'sv'] });
    const asked = sampleFeedFacts({ language: ['nb'] }, { use: { languages: ['de'] } });
    const terms = { ...DEFAULT_TERMS, languages: ['nb', 'de'] };
    expect(grantUse(asked, terms)).toMatchObject([
      { code: 'translation-not-offered', message: expect.stringContaining('The feed is in nb') },
    ]);
  });
});
