import { killArticle } from '../../../src/services/articles/kill-article.ts';
import { revokeLicence } from '../../../src/services/licences/change-licence.ts';
import { listPlacements } from '../../../src/services/placements/read-placements.ts';
import {
  countReplay,
  replayPlacements,
} from '../../../src/services/placements/replay-placements.ts';
import { type TestService, testService } from '../../support/context.ts';
import { openDeliveries } from '../../support/deliveries.ts';

let service: TestService;
let desk: Awaited<ReturnType<typeof openDeliveries>>;
beforeAll(async () => {
  service = await testService();
  desk = await openDeliveries(service);
});
beforeEach(() => desk.receiver.behave({ kind: 'accept' }));
afterAll(async () => {
  await desk.close();
  await service.close();
});

const admin = () => service.as({});
const wantedOf = async (article: string) =>
  (await listPlacements(admin(), { article, limit: 9 }))[0];

/** A placement that was refused until it was given up. */
async function dead() {
  desk.receiver.behave({ kind: 'status', status: 422 });
  const given = await desk.licensed();
  for (let tries = 0; tries < 3; tries += 1) {
    await desk.letWaitPass(given.article);
    await given.send();
  }
  desk.receiver.behave({ kind: 'accept' });
  expect((await wantedOf(given.article))?.state).toBe('dead');
  return given;
}

test('a dry run counts and changes nothing; the replay sends the same under a higher number', async () => {
  const { destination, article, outlet, send } = await dead();
  const filter = { destination, classes: ['dead'] } as const;
  expect(await countReplay(outlet.own, filter)).toBe(1);
  expect(await wantedOf(article)).toMatchObject({ state: 'dead', wanted_seq: 1 });
  expect((await replayPlacements(outlet.own, filter)).placements).toBe(1);
  expect(await wantedOf(article)).toMatchObject({ state: 'waiting', wanted_seq: 2, bulk: true });
  await send('prompt');
  expect(desk.receiver.standing(article)).toBeUndefined();
  await send('any');
  expect(desk.receiver.standing(article)).toMatchObject({ seq: 2, operation: 'upsert' });
  expect(await countReplay(outlet.own, filter)).toBe(0);
});

test('what is told of it is one line of the record', async () => {
  const { destination, outlet } = await dead();
  const { id } = await replayPlacements(outlet.own, { destination });
  const event = await service.db
    .selectFrom('audit_event')
    .innerJoin('audit_payload', 'audit_payload.event', 'audit_event.id')
    .select('payload')
    .where('subject_id', '=', id)
    .executeTakeFirstOrThrow();
  expect(JSON.parse(event.payload)).toMatchObject({
    type: 'placements.replayed',
    after: { destination, outlet: outlet.id, placements: 1 },
  });
});

test('class, time, article and destination narrow it', async () => {
  const { destination, article, outlet, send } = await desk.licensed();
  await send();
  const count = (filter: object) => countReplay(outlet.own, { destination, ...filter });
  expect(await count({})).toBe(1);
  expect(await count({ classes: ['placed'] })).toBe(1);
  expect(await count({ classes: ['dead', 'refused'] })).toBe(0);
  expect(await count({ article })).toBe(1);
  expect(await count({ article: destination })).toBe(0);
  const now = Date.now();
  expect(await count({ from: now - 60_000, until: now + 60_000 })).toBe(1);
  expect(await count({ from: now + 60_000 })).toBe(0);
  expect(await count({ until: now - 60_000 })).toBe(0);
});

test('an outlet replays its own alone, whatever it names', async () => {
  const { destination, outlet } = await dead();
  const stranger = await desk.newsroom.outlet();
  const filter = { outlet: outlet.id, destination };
  expect((await replayPlacements(stranger.own, filter)).placements).toBe(0);
  expect(await countReplay(admin(), filter)).toBe(1);
});

test('a killed story is not sent again, and neither is text that no licence holds', async () => {
  const killed = await desk.licensed();
  await killed.send();
  await killArticle(admin(), { id: killed.article, reason: 'Made up.', note: null });
  await killed.send('urgent');
  const before = await wantedOf(killed.article);
  expect((await replayPlacements(admin(), { article: killed.article })).placements).toBe(0);
  expect(await wantedOf(killed.article)).toEqual(before);

  const revoked = await desk.licensed();
  await revoked.send();
  await revokeLicence(admin(), {
    id: revoked.licence.id,
    reason: 'Unpaid.',
    effectiveAt: undefined,
  });
  expect(await countReplay(admin(), { article: revoked.article })).toBe(0);
});

test('a withdrawal that was given up is sent again', async () => {
  const { article, licence, send } = await desk.licensed();
  await send();
  await revokeLicence(admin(), { id: licence.id, reason: 'Unpaid.', effectiveAt: undefined });
  await desk.relay();
  desk.receiver.behave({ kind: 'status', status: 422 });
  for (let tries = 0; tries < 3; tries += 1) {
    await desk.letWaitPass(article);
    await send();
  }
  desk.receiver.behave({ kind: 'accept' });
  const { placements } = await replayPlacements(admin(), { article, classes: ['dead'] });
  await send();
  expect([placements, desk.receiver.standing(article)?.operation]).toEqual([1, 'withdraw']);
});

test('all that ever was is too much to ask for', async () => {
  await expect(replayPlacements(admin(), {})).rejects.toMatchObject({
    code: 'invalid-request',
    errors: [{ pointer: '#/destination', code: 'required' }],
  });
});
