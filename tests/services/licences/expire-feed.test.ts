import { sql } from 'kysely';
import { expireLicences } from '../../../src/services/licences/expire-licences.ts';
import { readLicence } from '../../../src/services/licences/read-licences.ts';
import { type TestService, testService } from '../../support/context.ts';
import { openFeedRoom } from '../../support/feed-room.ts';

let service: TestService;
beforeAll(async () => {
  service = await testService();
});
afterAll(() => service.close());

const endNow = (id: string) =>
  sql`update licence set until_at = now() where id = ${id}`.execute(service.db);

test('a standing licence ends at its last instant, with all that it placed', async () => {
  const room = await openFeedRoom(service);
  const { licence, article } = await room.placedFeed();
  await endNow(licence.id);
  expect(await expireLicences(service.ctx)).toBe(1);
  const { state, end_reason } = await readLicence(service.as({}), licence.id);
  expect({ state, end_reason }).toEqual({ state: 'expired', end_reason: 'expired' });
  await room.relay();
  expect(await room.placementOf(article)).toMatchObject({
    ...{ wanted_op: 'withdraw', wanted_reason: 'expired', urgent: false },
  });
  const later = await room.putIn();
  await room.relay();
  expect(await room.placements(later)).toEqual([]);
});

test('licences of articles and of feeds that end together keep each other from nothing', async () => {
  const room = await openFeedRoom(service);
  const standing = await room.placedFeed();
  const other = await room.anotherOutlet();
  const single = await other.ask(await room.putIn());
  await endNow(standing.licence.id);
  await endNow(single.id);
  expect(await expireLicences(service.ctx)).toBe(2);
  const words = await service.db
    .selectFrom('outbox')
    .select(['outlet', 'article', 'publication'])
    .where('kind', '=', 'licence.ended')
    .execute();
  expect(words).toHaveLength(2);
  expect(words).toContainEqual({
    ...{ outlet: room.outlet.id, article: null, publication: standing.licence.publication },
  });
  expect(words).toContainEqual({ outlet: other.id, article: single.article, publication: null });
});
