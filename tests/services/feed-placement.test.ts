import { findDrift } from '../../src/db/placements/drift.ts';
import type { ArticleConditions } from '../../src/domain/rule-conditions.ts';
import { type TestService, testService } from '../support/context.ts';
import { openFeedRoom } from '../support/feed-room.ts';
import { STORY } from '../support/newsroom.ts';

let service: TestService;
beforeAll(async () => {
  service = await testService();
});
afterAll(() => service.close());

describe('what a feed places by itself', () => {
  test('each new article that its filter lets through, in an outlet where it is pushed', async () => {
    const room = await openFeedRoom(service);
    const filter: ArticleConditions = { language: ['en'], subject: ['harbour', 'sea'] };
    const licence = await room.outlet.askFeed(filter);
    await room.relay();
    const fits = await room.putIn({ language: 'en-GB', subjects: ['sea'] });
    const german = await room.putIn({ language: 'de', subjects: ['sea'] });
    const sport = await room.putIn({ subjects: ['sport'] });
    await room.relay();
    expect(await room.placementOf(fits)).toMatchObject({
      ...{ licence: licence.id, destination: room.destination.id, wanted_version: 1 },
      ...{ wanted_op: 'upsert', wanted_seq: 1, bulk: false, raised_by: 'test' },
    });
    expect(await room.placements(german)).toEqual([]);
    expect(await room.placements(sport)).toEqual([]);
  });

  test('not what was there before it, at any word that comes later', async () => {
    const room = await openFeedRoom(service);
    const before = await room.putIn();
    await room.relay();
    await room.outlet.askFeed();
    await room.relay();
    await room.correct(before, 1);
    await room.relay();
    expect(await room.placements(before)).toEqual([]);
    expect(await findDrift(service.db, 10)).toEqual([]);
  });

  test('not at a destination that was made after the article came', async () => {
    const room = await openFeedRoom(service);
    await room.outlet.askFeed();
    const article = await room.putIn();
    await room.relay();
    await room.outlet.addDestination();
    await room.relay();
    const later = await room.putIn();
    await room.relay();
    expect((await room.placements(article)).map(({ destination }) => destination)).toEqual([
      room.destination.id,
    ]);
    expect(await room.placements(later)).toHaveLength(2);
  });

  test('in whatever order the words are relayed, late, again and by two at once', async () => {
    const room = await openFeedRoom(service);
    const licence = await room.outlet.askFeed();
    const word = await service.db.selectFrom('outbox').selectAll().execute();
    await room.lose();
    const article = await room.putIn();
    await Promise.all([room.relay(), room.relay()]);
    const late = word.map(({ kind, publication, outlet, request_id }) => ({
      ...{ kind, publication, outlet, request_id },
    }));
    await service.db.insertInto('outbox').values(late).execute();
    await Promise.all([room.relay(), room.relay()]);
    expect(await room.placementOf(article)).toMatchObject({ licence: licence.id, wanted_seq: 1 });
  });

  test('an article that came before its feed was relayed is placed by the word of the feed', async () => {
    const room = await openFeedRoom(service);
    await room.outlet.askFeed();
    const article = await room.putIn();
    await service.db.deleteFrom('outbox').where('kind', '=', 'article.published').execute();
    await room.relay();
    expect(await room.placementOf(article)).toMatchObject({ wanted_seq: 1 });
  });

  test('nothing that the rights of an article keep from the outlet or for a person', async () => {
    const room = await openFeedRoom(service);
    await room.outlet.askFeed({}, { territories: ['NO', 'SE'] });
    const rights = (more: object) => room.putIn({ rights: { ...STORY.rights, ...more } });
    const kept = [
      await rights({ reprint: 'refer' }),
      await rights({ reprint: 'none' }),
      await rights({ excludeOutlets: [room.outlet.id] }),
      await rights({ excludeTerritories: ['SE'] }),
    ];
    const free = await rights({ excludeTerritories: ['DK'] });
    await room.relay();
    for (const article of kept) expect(await room.placements(article)).toEqual([]);
    expect(await room.placements(free)).toHaveLength(1);
  });
});

test('a feed that is asked with a back-fill places the newest of what was there, behind all else', async () => {
  const room = await openFeedRoom(service);
  const old = [await room.putIn(), await room.putIn({ language: 'de' }), await room.putIn()];
  const newest = await room.putIn();
  await room.relay();
  await room.outlet.askFeed({ language: ['en'] }, {}, { backFill: 2 });
  await room.relay();
  await room.relay();
  expect(await room.placementOf(newest)).toMatchObject({ bulk: true, wanted_op: 'upsert' });
  expect(await room.placementOf(String(old[2]))).toMatchObject({ bulk: true });
  expect(await room.placements(String(old[0]))).toEqual([]);
  expect(await room.placements(String(old[1]))).toEqual([]);
  await room.correct(newest, 1);
  await room.relay();
  expect(await room.placementOf(newest)).toMatchObject({ bulk: false, wanted_version: 2 });
});

test('where another outlet has an article to itself, no feed takes it in', async () => {
  const room = await openFeedRoom(service);
  const article = await room.putIn();
  const free = await room.putIn();
  await room.offer({ exclusivity: { territories: ['NO'], days: 10 } });
  await (await room.anotherOutlet()).ask(article);
  await room.offer({});
  await room.outlet.askFeed({}, {}, { backFill: 5 });
  await room.relay();
  expect(await room.placements(article)).toEqual([]);
  expect(await room.placements(free)).toHaveLength(1);
});
