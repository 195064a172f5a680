import { type Conditions, findings } from '../../src/domain/rule-conditions.ts';
import { DAY, HOUR, NOW, sampleFacts } from './samples.ts';

const facts = sampleFacts({ use: { media: ['web', 'app'], territories: ['NO', 'SE'] } });

test.each<[string, Conditions, boolean]>([
  ['the outlet by id', { outlet: { id: ['other', 'outlet-1'] } }, true],
  ['another id', { outlet: { id: ['other'] } }, false],
  ['its country', { outlet: { country: ['SE', 'NO'] } }, true],
  ['another country', { outlet: { country: ['SE'] } }, false],
  ['its class', { outlet: { class: ['daily'] } }, true],
  ['another class', { outlet: { class: ['weekly'] } }, false],
  ['one of its tags', { outlet: { tag: ['south', 'trusted'] } }, true],
  ['none of its tags', { outlet: { tag: ['south'] } }, false],
  ['one of the subjects', { article: { subject: ['weather', 'sport'] } }, true],
  ['none of the subjects', { article: { subject: ['sport'] } }, false],
  ['the language that holds it', { article: { language: ['en'] } }, true],
  ['another variant', { article: { language: ['en-US'] } }, false],
  ['exactly its age', { article: { maxAgeHours: 10 } }, true],
  ['less than its age', { article: { maxAgeHours: 9.9 } }, false],
  ['exactly its words, at least', { article: { minWords: 700 } }, true],
  ['too few words', { article: { minWords: 701 } }, false],
  ['exactly its words, at most', { article: { maxWords: 700 } }, true],
  ['too many words', { article: { maxWords: 699 } }, false],
  ['all media asked', { use: { media: ['app', 'web', 'print'] } }, true],
  ['only some of the media asked', { use: { media: ['web'] } }, false],
  ['all territories asked', { use: { territories: ['SE', 'NO'] } }, true],
  ['only some of the territories', { use: { territories: ['NO'] } }, false],
  ['the world', { use: { territories: ['world'] } }, true],
  ["the article's language, none being asked", { use: { languages: ['en'] } }, true],
  ['other languages', { use: { languages: ['fr'] } }, false],
  ['exactly the days asked', { use: { maxDays: 30 } }, true],
  ['fewer days', { use: { maxDays: 29.99 } }, false],
  ['the edits asked', { use: { edits: ['none', 'style'] } }, true],
  ['other edits', { use: { edits: ['style'] } }, false],
  ['the images asked', { use: { images: ['none'] } }, true],
  ['other images', { use: { images: ['listed'] } }, false],
])('%s', (_what, conditions, holds) => {
  expect(findings(conditions, facts)).toEqual([{ holds, says: expect.any(String) }]);
});

test('asking for the world is not asking for listed territories', () => {
  const world = sampleFacts({ use: { territories: ['world'] } });
  expect(findings({ use: { territories: ['NO'] } }, world)).toMatchObject([{ holds: false }]);
  expect(findings({ use: { territories: ['world'] } }, world)).toMatchObject([{ holds: true }]);
});

test('days are counted from the beginning of the use, a past one being now', () => {
  const ahead = sampleFacts({ use: { from: NOW + DAY, until: NOW + 8 * DAY } });
  const past = sampleFacts({ use: { from: NOW - 9 * DAY, until: NOW + 7 * DAY } });
  expect(findings({ use: { maxDays: 7 } }, ahead)).toMatchObject([{ holds: true }]);
  expect(findings({ use: { maxDays: 7 } }, past)).toMatchObject([{ holds: true }]);
});

test('an article dated ahead is young', () => {
  const ahead = sampleFacts({ article: { publishedAt: NOW + HOUR } });
  expect(findings({ article: { maxAgeHours: 1 } }, ahead)).toMatchObject([{ holds: true }]);
});

test('an outlet without a class or tags is in no class and has no tag', () => {
  const bare = sampleFacts({ outlet: { class: null, tags: [] } });
  expect(findings({ outlet: { class: ['daily'], tag: ['north'] } }, bare)).toEqual([
    { holds: false, says: 'outlet.class is not set, wanted daily' },
    { holds: false, says: 'outlet.tag is not set, wanted north' },
  ]);
});

test('what was found is said in words', () => {
  const conditions = {
    outlet: { country: ['SE', 'DK'] },
    article: { maxAgeHours: 48, minWords: 800 },
  };
  expect(findings(conditions, facts).map((finding) => finding.says)).toEqual([
    'outlet.country is NO, wanted SE, DK',
    'the age of the article in hours is 10, at most 48',
    'article.wordCount is 700, at least 800',
  ]);
});

test('conditions that name nothing find nothing', () => {
  expect(findings({}, facts)).toEqual([]);
  expect(findings({ outlet: {}, article: {}, use: {} }, facts)).toEqual([]);
});
