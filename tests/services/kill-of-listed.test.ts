import { findDrift } from '../../src/db/placements/drift.ts';
import { deliverDestination } from '../../src/services/deliver/deliver-destination.ts';
import { type Desk, openDesk } from '../../src/services/deliver/desk.ts';
import { type TestService, testService } from '../support/context.ts';
import { openLatestRoom } from '../support/latest-room.ts';
import { startReceiver } from '../support/receiver.ts';

let service: TestService;
let desk: Desk;
beforeAll(async () => {
  service = await testService();
  desk = openDesk(service.ctx);
});
afterAll(async () => {
  desk.close();
  await service.close();
});

describe('what is wanted at an outlet', () => {
  /** A story that lists two others, in place at an outlet. */
  async function placedRoom() {
    const room = await openLatestRoom(service);
    const listed = [await room.putIn('one'), await room.putIn('two')] as const;
    const article = await room.putIn('three');
    const outlet = await room.outlet();
    await outlet.addDestination();
    await outlet.ask(article);
    await room.relay();
    await room.place(article);
    return { ...room, listed, article };
  }

  test('does not change with new stories, corrections of listed ones, or settings', async () => {
    const room = await placedRoom();
    await room.putIn('four');
    await room.correct(room.listed[0], 1, { headline: 'one, corrected' });
    await room.want({ count: 1, heading: 'More' });
    await room.want(null);
    await room.relay();
    expect(await room.placementOf(room.article)).toMatchObject({ wanted_seq: 1, next_at: null });
    expect(await findDrift(service.db, 100)).toEqual([]);
    expect(await room.headlines(room.article)).toEqual(['two', 'one']);
  });

  test('changes once, at once, when a listed story is killed, and nothing fills its place', async () => {
    const room = await placedRoom();
    await room.putIn('four');
    await room.kill(room.listed[1]);
    expect(await room.headlines(room.article)).toEqual(['one']);
    await room.relay();
    await room.relay();
    const placement = await room.placementOf(room.article);
    expect(placement).toMatchObject({ wanted_seq: 2, wanted_version: 1, urgent: true });
    expect(placement.next_at).not.toBeNull();
  });

  test('loses the block with its last teaser', async () => {
    const room = await placedRoom();
    for (const id of room.listed) await room.kill(id);
    await room.relay();
    expect(await room.placementOf(room.article)).toMatchObject({
      wanted_seq: 2,
      wanted_latest: null,
    });
    expect(await room.latest(room.article)).toBeNull();
  });

  test('does not change with a kill of what only an older version listed', async () => {
    const room = await placedRoom();
    await room.want(null);
    await room.correct(room.article, 1);
    await room.relay();
    await room.place(room.article);
    await room.kill(room.listed[0]);
    await room.relay();
    expect(await room.placementOf(room.article)).toMatchObject({ wanted_seq: 2, next_at: null });
  });

  test('is found by the sweep where the word of the kill was lost', async () => {
    const room = await placedRoom();
    await room.kill(room.listed[0]);
    await service.db.deleteFrom('outbox').execute();
    const drift = await findDrift(service.db, 100);
    expect(drift).toContainEqual({ article: room.article, outlet: expect.any(String) });
  });

  test('two kills at once of stories that list each other do not wait for one another', async () => {
    const room = await openLatestRoom(service);
    const one = await room.putIn('one');
    const two = await room.putIn('two');
    await room.correct(one, 1, { headline: 'one' });
    const outlet = await room.outlet();
    await outlet.addDestination();
    for (const article of [one, two]) await outlet.ask(article);
    await room.relay();
    await room.place(one);
    await room.place(two);
    expect(await room.headlines(one, 2)).toEqual(['two']);
    expect(await room.headlines(two)).toEqual(['one']);
    await Promise.all([room.kill(one), room.kill(two), room.relay()]);
    await Promise.all([room.relay(), room.relay()]);
    for (const article of [one, two]) {
      const placement = await room.placementOf(article);
      expect(placement).toMatchObject({ wanted_reason: 'killed' });
      // One more where the relay saw the other's kill first and took its teaser out.
      expect(['2', '3']).toContain(String(placement?.wanted_seq));
    }
  });
});

test('a kill updates the copies that list the story once, and sends nothing else', async () => {
  const room = await openLatestRoom(service, { count: 1, heading: null });
  const receiver = await startReceiver();
  const outlet = await room.outlet();
  const { id: destination, settings } = await outlet.addDestination(receiver.url);
  receiver.trust(String(settings.secret));
  const listed = await room.putIn('listed');
  const lister = await room.putIn('lister');
  const other = await room.putIn('other');
  for (const article of [lister, other]) await outlet.ask(article);
  const deliver = async () => {
    await room.relay();
    await deliverDestination(desk, { destination, take: 'any' });
  };

  await deliver();
  expect(receiver.standing(lister)?.content?.text).toContain('harbour-news.example/listed');
  await room.kill(listed);
  await deliver();
  await deliver();
  expect(receiver.faults).toEqual([]);
  expect(receiver.applied(lister).map(({ seq, operation }) => [seq, operation])).toEqual([
    [1, 'upsert'],
    [2, 'upsert'],
  ]);
  expect(receiver.standing(lister)?.content?.text).not.toContain('harbour-news.example/listed');
  expect(receiver.applied(other)).toHaveLength(1);
  await receiver.close();
});
