import { withholdArticle } from '../../../src/services/articles/withhold-article.ts';
import { backFill } from '../../../src/services/destinations/back-fill.ts';
import { revokeLicence } from '../../../src/services/licences/change-licence.ts';
import { type TestService, testService } from '../../support/context.ts';
import { openFeedRoom } from '../../support/feed-room.ts';

let service: TestService;
beforeAll(async () => {
  service = await testService();
});
afterAll(() => service.close());

/** Three English stories and a German one, older than the feed, and a second destination. */
async function openOldRoom() {
  const room = await openFeedRoom(service);
  const old = [];
  for (const language of ['en', 'en', 'de', 'en']) old.push(await room.putIn({ language }));
  const licence = await room.outlet.askFeed({ language: ['en'] });
  await room.relay();
  const fill = (articles: number, more: object = {}) =>
    backFill(room.outlet.own, {
      destination: room.destination.id,
      licence: null,
      articles,
      ...more,
    });
  return { ...room, old, licence, fill };
}

test('the newest articles that are covered are placed at one destination, behind all else', async () => {
  const { old, fill, outlet, destination, licence, ...room } = await openOldRoom();
  await outlet.addDestination();
  await room.relay();
  expect(await fill(2)).toBe(2);
  const [first = '', second = '', german = '', last = ''] = old;
  expect(await room.placementOf(last)).toMatchObject({
    ...{ destination: destination.id, licence: licence.id, bulk: true, raised_by: 'test' },
  });
  expect(await room.placementOf(second)).toMatchObject({ bulk: true });
  for (const article of [german, first]) expect(await room.placements(article)).toEqual([]);
});

test('doing it twice places nothing more, and asking for more places the rest', async () => {
  const { fill } = await openOldRoom();
  expect(await fill(2)).toBe(2);
  expect(await fill(2)).toBe(0);
  expect(await fill(1_000)).toBe(1);
});

test('what is placed by it follows corrections as all else does', async () => {
  const { old, fill, ...room } = await openOldRoom();
  const article = String(old[3]);
  await fill(1);
  await room.correct(article, 1);
  await room.relay();
  expect(await room.placementOf(article)).toMatchObject({ wanted_version: 2, bulk: false });
});

test('what is withheld is passed by', async () => {
  const { old, fill, admin, ...room } = await openOldRoom();
  await withholdArticle(admin, { id: String(old[3]), reason: 'Checking.', note: null });
  expect(await fill(1)).toBe(1);
  expect(await room.placements(String(old[1]))).toHaveLength(1);
});

test('a licence is named that is for a feed, in force and of this outlet', async () => {
  const { old, fill, licence, outlet, admin, anotherOutlet } = await openOldRoom();
  expect(await fill(1, { licence: licence.id })).toBe(1);
  const single = await outlet.ask(String(old[2]));
  await expect(fill(1, { licence: single.id })).rejects.toMatchObject({
    code: 'licence-for-article',
  });
  const theirs = await (await anotherOutlet()).askFeed();
  await expect(fill(1, { licence: theirs.id })).rejects.toMatchObject({
    code: 'licence-not-found',
  });
  await revokeLicence(admin, { id: licence.id, reason: 'Ended.' });
  await expect(fill(1, { licence: licence.id })).rejects.toMatchObject({ code: 'licence-revoked' });
  expect(await fill(1)).toBe(0);
});

test("another outlet's destination is not there", async () => {
  const { destination, anotherOutlet } = await openOldRoom();
  const { own } = await anotherOutlet();
  await expect(
    backFill(own, { destination: destination.id, licence: null, articles: 1 }),
  ).rejects.toMatchObject({ code: 'destination-not-found' });
});
