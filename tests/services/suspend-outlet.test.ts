import { dueDestinations } from '../../src/db/placements/due.ts';
import { killArticle } from '../../src/services/articles/kill-article.ts';
import { deliverDestination } from '../../src/services/deliver/deliver-destination.ts';
import { type Desk, openDesk } from '../../src/services/deliver/desk.ts';
import { revokeLicence } from '../../src/services/licences/change-licence.ts';
import { readLicence } from '../../src/services/licences/read-licences.ts';
import { readLicensedText } from '../../src/services/licences/read-licensed-text.ts';
import { verifyToken } from '../../src/services/licences/verify-licence.ts';
import { listNotices } from '../../src/services/notices/list-notices.ts';
import { ownOutlet } from '../../src/services/outlets.ts';
import { sweep } from '../../src/services/relay/sweep.ts';
import { requestReprint } from '../../src/services/requests/request-reprint.ts';
import { reinstateOutlet, suspendOutlet } from '../../src/services/suspend-outlet.ts';
import { type TestService, testService } from '../support/context.ts';
import { DAY_MS } from '../support/newsroom.ts';
import { openPlacedStories } from '../support/placed-story.ts';
import { type Receiver, startReceiver } from '../support/receiver.ts';

let service: TestService;
let stories: Awaited<ReturnType<typeof openPlacedStories>>;
let receiver: Receiver;
let desk: Desk;
beforeAll(async () => {
  service = await testService();
  stories = await openPlacedStories(service);
  receiver = await startReceiver();
  desk = openDesk(service.ctx);
});
afterAll(async () => {
  desk.close();
  await receiver.close();
  await service.close();
});

const suspend = (id: string) => suspendOutlet(service.as({}), { id, reason: 'Unanswered.' });
const reinstate = (id: string) => reinstateOutlet(service.as({}), { id, reason: 'Answered.' });

/** An outlet that holds a story which the real worker has sent to it. */
async function servedOutlet() {
  const outlet = await stories.newsroom.outlet();
  const { id: destination, settings } = await outlet.addDestination(receiver.url);
  receiver.trust(String(settings.secret));
  const article = await stories.newsroom.putIn();
  const licence = await outlet.ask(article);
  await stories.relay();
  await deliverDestination(desk, { destination, take: 'any' });
  return { outlet, destination, article, licence, placed: await stories.placementOf(article) };
}

test('its licences answer that it is suspended, and are in force again afterwards', async () => {
  const { outlet, licence } = await servedOutlet();
  await suspend(outlet.id);
  const verdict = () => verifyToken(service.ctx, { token: licence.token });
  const read = () => readLicensedText(outlet.own, { licence: licence.id, format: 'html' });
  expect(await verdict()).toMatchObject({ valid: false, code: 'outlet-suspended' });
  await expect(read()).rejects.toMatchObject({ code: 'outlet-suspended' });
  expect((await readLicence(outlet.own, licence.id)).state).toBe('active');
  await reinstate(outlet.id);
  expect(await verdict()).toMatchObject({ valid: true });
  expect((await read()).mediaType).toContain('html');
});

test('what stands there stays, and no new text is sent until it is reinstated', async () => {
  const { outlet, destination, article, placed } = await servedOutlet();
  expect(placed).toMatchObject({ placed_op: 'upsert', state: 'placed' });
  await suspend(outlet.id);
  const next = await stories.newsroom.putIn();
  await service.db.insertInto('outbox').values(wordOf(article, outlet.id)).execute();
  await stories.relay();
  expect(await stories.placementOf(article)).toMatchObject({ wanted_seq: placed.wanted_seq });

  const refused = await requestReprint(outlet.own, { articleId: next, use: useOf(outlet) });
  expect(refused).toMatchObject({ licence: null, request: { state: 'refused' } });
  expect(refused.request.reasons).toMatchObject([{ code: 'outlet-suspended' }]);
  await reinstate(outlet.id);
  await outlet.ask(next);
  await stories.relay();
  await deliverDestination(desk, { destination, take: 'any' });
  expect(await stories.placementOf(next)).toMatchObject({ state: 'placed' });
});

test('what waited when it was suspended is held, wakes nobody, and goes afterwards', async () => {
  const { outlet, destination } = await servedOutlet();
  const article = await stories.newsroom.putIn();
  await outlet.ask(article);
  await suspend(outlet.id);
  await stories.relay();
  expect(await stories.placementOf(article)).toMatchObject({ state: 'paused', wanted_seq: 1 });
  expect(await dueNames()).not.toContain(destination);
  await deliverDestination(desk, { destination, take: 'any' });
  expect(await stories.placementOf(article)).toMatchObject({ attempts: 0, sent: false });

  await reinstate(outlet.id);
  expect(await dueNames()).toContain(destination);
  await deliverDestination(desk, { destination, take: 'any' });
  expect(await stories.placementOf(article)).toMatchObject({ state: 'placed', placed_seq: 1 });
});

test('kills still reach it', async () => {
  const { outlet, destination, article } = await servedOutlet();
  await suspend(outlet.id);
  await killArticle(service.as({}), { id: article, reason: 'Untrue.', note: null });
  expect(await dueNames()).toContain(destination);
  await deliverDestination(desk, { destination, take: 'urgent' });
  expect(await stories.placementOf(article)).toMatchObject({
    placed_op: 'withdraw',
    wanted_reason: 'killed',
    state: 'placed',
  });
});

test('withdrawals still reach it', async () => {
  const { outlet, destination, article, licence } = await servedOutlet();
  await suspend(outlet.id);
  await revokeLicence(service.as({}), { id: licence.id, reason: 'Unpaid.' });
  await stories.relay();
  await deliverDestination(desk, { destination, take: 'any' });
  expect(await stories.placementOf(article)).toMatchObject({
    placed_op: 'withdraw',
    wanted_reason: 'revoked',
    state: 'placed',
  });
});

test('it gets no successors while it is suspended, and catches up afterwards', async () => {
  const { outlet, destination, article, licence } = await servedOutlet();
  await suspend(outlet.id);
  await stories.correct(article, 1);
  await stories.relay();
  expect((await readLicence(service.as({}), licence.id)).state).toBe('active');
  expect(await sweep(service.ctx)).toBe(0);

  await reinstate(outlet.id);
  await stories.relay();
  await deliverDestination(desk, { destination, take: 'any' });
  const { state, successor } = await readLicence(service.as({}), licence.id);
  expect(state).toBe('superseded');
  expect(await stories.placementOf(article)).toMatchObject({
    licence: successor,
    placed_version: 2,
    state: 'placed',
  });
});

test('doing it twice changes nothing; reinstating who never was suspended is refused', async () => {
  const { id, own } = await stories.newsroom.outlet();
  await expect(reinstate(id)).rejects.toMatchObject({ code: 'outlet-not-suspended' });
  const [one, two] = await Promise.all([suspend(id), suspend(id)]);
  expect(one).toEqual(two);
  expect(await ownOutlet(own, id)).toMatchObject({ suspend_reason: 'Unanswered.' });
  await reinstate(id);
  expect(await reinstate(id)).toMatchObject({ suspended_at: null, suspend_reason: null });
  const told = await service.db
    .selectFrom('audit_event')
    .select('type')
    .where('subject_id', '=', id)
    .orderBy('id')
    .execute();
  expect(told.map(({ type }) => type)).toEqual([
    'outlet.created',
    'outlet.suspended',
    'outlet.reinstated',
  ]);
  const notices = await listNotices(own, { limit: 10 });
  expect(notices.map(({ kind }) => kind)).toEqual(['outlet-reinstated', 'outlet-suspended']);
});

test('staff of one publication may not suspend what the whole house works with', async () => {
  const { id } = await stories.newsroom.outlet();
  const staff = service.as({ publications: [stories.newsroom.slug] });
  const tried = suspendOutlet(staff, { id, reason: 'Unanswered.' });
  await expect(tried).rejects.toMatchObject({ code: 'not-permitted' });
});

async function dueNames(): Promise<string[]> {
  const { due } = await dueDestinations(service.db);
  return due.map(({ destination }) => destination);
}

function wordOf(article: string, outlet: string) {
  return { kind: 'sweep', article, outlet, request_id: 'test' };
}

function useOf({ own }: { own: { now: () => number } }) {
  return {
    media: ['web'] as const,
    territories: ['world'],
    edits: 'none' as const,
    images: 'none' as const,
    until: own.now() + DAY_MS,
  };
}
