import { readDestination } from '../../../src/services/destinations/pause-destination.ts';
import { removeDestination } from '../../../src/services/destinations/remove-destination.ts';
import { listPlacements } from '../../../src/services/placements/read-placements.ts';
import { type TestService, testService } from '../../support/context.ts';
import { openDeliveries } from '../../support/deliveries.ts';

let service: TestService;
let desk: Awaited<ReturnType<typeof openDeliveries>>;
beforeAll(async () => {
  service = await testService();
  desk = await openDeliveries(service);
});
afterAll(async () => {
  await desk.close();
  await service.close();
});

test('a destination that nothing was sent to is removed, with what was wanted there', async () => {
  const { outlet, destination, article, send } = await desk.licensed();
  expect(await removeDestination(outlet.own, destination)).toMatchObject({ id: destination });
  await expect(readDestination(outlet.own, destination)).rejects.toMatchObject({
    code: 'destination-not-found',
  });
  expect(await listPlacements(outlet.own, { article, limit: 9 })).toEqual([]);
  await desk.relay();
  await send();
  expect(desk.delivered(article)).toEqual([]);
});

test('one that has copies stays: they have to be corrected and taken back', async () => {
  const { outlet, destination, send } = await desk.licensed();
  await send();
  await expect(removeDestination(outlet.own, destination)).rejects.toMatchObject({
    code: 'destination-in-use',
    facts: { placements: 1 },
  });
  expect(await readDestination(outlet.own, destination)).toMatchObject({ state: 'active' });
});

test("another outlet's, and what outlets take themselves, is not removed", async () => {
  const { destination } = await desk.licensed();
  const stranger = await desk.newsroom.outlet();
  await expect(removeDestination(stranger.own, destination)).rejects.toMatchObject({
    code: 'destination-not-found',
  });
  const pull = await service.db
    .selectFrom('destination')
    .select('id')
    .where('outlet', '=', stranger.id)
    .where('channel', '=', 'pull')
    .executeTakeFirstOrThrow();
  await expect(removeDestination(stranger.own, pull.id)).rejects.toMatchObject({
    code: 'destination-implicit',
  });
});
