import { rightsExclude, rightsForbid, rightsRefer } from '../../src/domain/article-rights.ts';
import { sampleFacts } from './samples.ts';

test('an article that is live and free is forbidden to nobody', () => {
  const facts = sampleFacts();
  expect([...rightsForbid(facts), ...rightsExclude(facts), ...rightsRefer(facts)]).toEqual([]);
});

test('every reason that forbids is given, with the note of the house', () => {
  const facts = sampleFacts({
    article: { state: 'killed' },
    rights: { reprint: 'none', excludeOutlets: ['outlet-1'], note: 'Agency copy.' },
  });
  expect(rightsForbid(facts)).toEqual([
    { code: 'article-killed', message: 'This article was killed; remove any copy.' },
    { code: 'not-for-reprint', message: 'This article is not for reprint. Agency copy.' },
    {
      code: 'outlet-excluded',
      message: 'This article is not offered to your outlet. Agency copy.',
    },
  ]);
});

test('a suspended outlet is given nothing, whatever the article', () => {
  const [reason, ...others] = rightsForbid(sampleFacts({ outlet: { suspended: true } }));
  expect([reason?.code, others]).toEqual(['outlet-suspended', []]);
});

test('an excluded territory is named where it was asked for', () => {
  const facts = sampleFacts({
    use: { territories: ['NO', 'RU', 'BY'] },
    rights: { excludeTerritories: ['BY', 'RU', 'KP'] },
  });
  expect(rightsExclude(facts)).toEqual([
    {
      code: 'territory-excluded',
      message: 'This article may not be offered in RU, BY; ask without, or for world.',
      pointer: '#/use/territories',
    },
  ]);
});

test('asking for the world asks for no excluded territory by name', () => {
  const world = { use: { territories: ['world'] }, rights: { excludeTerritories: ['RU'] } };
  expect(rightsExclude(sampleFacts(world))).toEqual([]);
});

test('an article can want a person to decide', () => {
  expect(rightsRefer(sampleFacts({ rights: { reprint: 'refer' } }))).toEqual([
    { code: 'article-referred', message: 'Each reprint of this article is decided by a person.' },
  ]);
});
