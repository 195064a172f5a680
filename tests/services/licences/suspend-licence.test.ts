import { killArticle } from '../../../src/services/articles/kill-article.ts';
import {
  reinstateLicence,
  revokeLicence,
  suspendLicence,
} from '../../../src/services/licences/change-licence.ts';
import { expireLicences } from '../../../src/services/licences/expire-licences.ts';
import { readLicence } from '../../../src/services/licences/read-licences.ts';
import { readLicensedText } from '../../../src/services/licences/read-licensed-text.ts';
import { verifyToken } from '../../../src/services/licences/verify-licence.ts';
import { listNotices } from '../../../src/services/notices/list-notices.ts';
import { sweep } from '../../../src/services/relay/sweep.ts';
import { type TestService, testService } from '../../support/context.ts';
import { DAY_MS } from '../../support/newsroom.ts';
import { openPlacedStories } from '../../support/placed-story.ts';

let service: TestService;
let desk: Awaited<ReturnType<typeof openPlacedStories>>;
beforeAll(async () => {
  service = await testService();
  desk = await openPlacedStories(service);
});
afterAll(() => service.close());

const suspend = (id: string) => suspendLicence(service.as({}), { id, reason: 'Unpaid.' });
const reinstate = (id: string) => reinstateLicence(service.as({}), { id, reason: 'Paid.' });
const stateOf = async (id: string) => (await readLicence(service.as({}), id)).state;

async function suspendedStory() {
  const story = await desk.licensedOutlet();
  await suspend(story.licence.id);
  await desk.relay();
  return story;
}

test('a suspended licence has its text taken back, and is told everywhere as suspended', async () => {
  const { outlet, article, licence } = await suspendedStory();
  expect(await desk.placementOf(article)).toMatchObject({
    wanted_seq: 2,
    wanted_op: 'withdraw',
    wanted_reason: 'suspended',
    urgent: false,
  });
  const taken = readLicensedText(outlet.own, { licence: licence.id, format: 'html' });
  await expect(taken).rejects.toMatchObject({ code: 'licence-suspended' });
  const verdict = await verifyToken(service.ctx, { token: licence.token });
  expect(verdict).toMatchObject({ valid: false, code: 'suspended' });
  expect(await readLicence(outlet.own, licence.id)).toMatchObject({
    state: 'suspended',
    suspend_reason: 'Unpaid.',
    ended_at: null,
  });
});

test('reinstated, it holds again and the same version comes back under a higher number', async () => {
  const { article, licence } = await suspendedStory();
  await desk.place(article);
  await reinstate(licence.id);
  await desk.relay();
  expect(await desk.placementOf(article)).toMatchObject({
    licence: licence.id,
    wanted_seq: 3,
    wanted_op: 'upsert',
    wanted_version: 1,
  });
  const verdict = await verifyToken(service.ctx, { token: licence.token });
  expect(verdict).toMatchObject({ valid: true });
  const { suspended_at, suspend_reason } = await readLicence(service.as({}), licence.id);
  expect([suspended_at, suspend_reason]).toEqual([null, null]);
});

test('where another licence holds the text it stays, under that one', async () => {
  const { outlet, article, licence } = await desk.licensedOutlet();
  const longer = await outlet.ask(article, { until: outlet.own.now() + 2 * DAY_MS });
  await desk.relay();
  await suspend(longer.id);
  await desk.relay();
  expect(await desk.placementOf(article)).toMatchObject({
    licence: licence.id,
    wanted_op: 'upsert',
    wanted_version: 1,
  });
});

test('its end comes all the same, and what was taken back stays away', async () => {
  const { article, licence } = await suspendedStory();
  await desk.endNow(licence.id, 'keepPublished');
  expect(await stateOf(licence.id)).toBe('expired');
  await expireLicences(service.ctx);
  await desk.relay();
  expect(await stateOf(licence.id)).toBe('expired');
  expect(await desk.placementOf(article)).toMatchObject({ wanted_seq: 2, wanted_op: 'withdraw' });
});

test('a licence that ends while it is suspended lets no copy stay', async () => {
  const { article, licence } = await desk.licensedOutlet();
  await suspend(licence.id);
  await desk.endNow(licence.id, 'keepPublished');
  await expireLicences(service.ctx);
  await desk.relay();
  expect(await desk.placementOf(article)).toMatchObject({ wanted_op: 'withdraw' });
});

test('a correction meanwhile issues no successor until the licence is reinstated', async () => {
  const { article, licence } = await suspendedStory();
  await desk.place(article);
  await desk.correct(article, 1);
  await desk.relay();
  expect(await stateOf(licence.id)).toBe('suspended');
  expect(await sweep(service.ctx)).toBe(0);

  await reinstate(licence.id);
  await desk.relay();
  const { state, successor } = await readLicence(service.as({}), licence.id);
  expect(state).toBe('superseded');
  expect(await desk.placementOf(article)).toMatchObject({
    licence: successor,
    wanted_op: 'upsert',
    wanted_version: 2,
  });
});

test('a kill ends a suspended licence too, and becomes the reason of a withdrawal under way', async () => {
  const { article, licence } = await suspendedStory();
  await killArticle(service.as({}), { id: article, reason: 'Not genuine.', note: null });
  await desk.relay();
  expect(await readLicence(service.as({}), licence.id)).toMatchObject({
    state: 'revoked',
    end_reason: 'article-killed',
  });
  expect(await desk.placementOf(article)).toMatchObject({ wanted_reason: 'killed' });
});

test('doing it twice changes nothing and records nothing', async () => {
  const { licence } = await suspendedStory();
  const before = await readLicence(service.as({}), licence.id);
  expect(await suspend(licence.id)).toEqual(before);
  await reinstate(licence.id);
  const after = await readLicence(service.as({}), licence.id);
  expect(await reinstate(licence.id)).toEqual(after);
  expect(await eventsOf(licence.id)).toEqual([
    'licence.issued',
    'licence.suspended',
    'licence.reinstated',
  ]);
});

test('what makes no sense is refused by name', async () => {
  const { licence } = await desk.licensedOutlet();
  await expect(reinstate(licence.id)).rejects.toMatchObject({ code: 'licence-not-suspended' });
  await revokeLicence(service.as({}), { id: licence.id, reason: 'Unpaid.' });
  await expect(suspend(licence.id)).rejects.toMatchObject({ code: 'licence-ended' });
  await expect(reinstate(licence.id)).rejects.toMatchObject({ code: 'licence-ended' });
});

test('of many at once one suspends, and a revocation is never undone', async () => {
  const { licence } = await desk.licensedOutlet();
  const revoke = () => revokeLicence(service.as({}), { id: licence.id, reason: 'Unpaid.' });
  const all = [suspend, reinstate, revoke, suspend, reinstate, revoke];
  await Promise.allSettled(all.map((change) => change(licence.id)));
  expect(await stateOf(licence.id)).toBe('revoked');
  const told = await eventsOf(licence.id);
  expect(told.filter((type) => type === 'licence.revoked')).toHaveLength(1);
  expect(told.at(-1)).toBe('licence.revoked');
});

test('its outlet is told of each step', async () => {
  const { outlet, licence } = await suspendedStory();
  await reinstate(licence.id);
  const notices = await listNotices(outlet.own, { limit: 10 });
  expect(notices.map(({ kind }) => kind)).toEqual(['licence-reinstated', 'licence-suspended']);
});

test('staff of another publication may not touch it', async () => {
  const { licence } = await desk.licensedOutlet();
  const stranger = service.as({ publications: ['another'] });
  const tried = suspendLicence(stranger, { id: licence.id, reason: 'Unpaid.' });
  await expect(tried).rejects.toMatchObject({ code: 'not-permitted' });
});

async function eventsOf(licence: string): Promise<string[]> {
  const rows = await service.db
    .selectFrom('audit_event')
    .select('type')
    .where('subject_kind', '=', 'licence')
    .where('subject_id', '=', licence)
    .orderBy('id')
    .execute();
  return rows.map(({ type }) => type);
}
