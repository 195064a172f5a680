import { reinstateLicence, suspendLicence } from '../../../src/services/licences/change-licence.ts';
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
beforeEach(() => desk.newsroom.offer({ onCorrection: 'fixed' }));

const read = (id: string) => readLicence(service.as({}), id);

test('a fixed licence stays on its version, and so does the copy under it', async () => {
  const { outlet, article, licence } = await desk.licensedOutlet();
  const before = await desk.placementOf(article);
  await desk.correct(article, 1);
  await desk.relay();
  expect(await read(licence.id)).toMatchObject({ state: 'active', article_version: 1 });
  expect(await desk.placementOf(article)).toEqual(before);
  const verdict = await verifyToken(service.ctx, { token: licence.token });
  expect(verdict).toMatchObject({ valid: true, claims: { correction: 'fixed' } });
  const text = await readLicensedText(outlet.own, { licence: licence.id, format: 'json' });
  expect(JSON.parse(text.text)).toMatchObject({ version: 1 });
  expect(await sweep(service.ctx)).toBe(0);
});

test('its outlet is told of each correction once', async () => {
  const { outlet, article, licence } = await desk.licensedOutlet();
  await desk.correct(article, 1);
  await desk.relay();
  await service.db
    .insertInto('outbox')
    .values({ kind: 'article.corrected', article, outlet: null, request_id: 'again' })
    .execute();
  await desk.relay();
  expect(await toldOf(outlet)).toEqual(['correction-not-followed']);
  await desk.correct(article, 2);
  await desk.relay();
  expect(await toldOf(outlet)).toEqual(['correction-not-followed', 'correction-not-followed']);
  const told = await service.db
    .selectFrom('audit_event')
    .select('id')
    .where('subject_id', '=', licence.id)
    .where('type', '=', 'licence.correction-not-followed')
    .execute();
  expect(told).toHaveLength(2);
});

test('a mandatory version supersedes a fixed licence too', async () => {
  const { outlet, article, licence } = await desk.licensedOutlet();
  await desk.correct(article, 1, true);
  await desk.relay();
  const { state, successor } = await read(licence.id);
  expect(state).toBe('superseded');
  expect(await read(successor ?? '')).toMatchObject({ article_version: 2, correction: 'fixed' });
  expect(await desk.placementOf(article)).toMatchObject({
    licence: successor,
    wanted_version: 2,
    urgent: true,
  });
  expect(await toldOf(outlet)).toEqual([]);
});

test('a mandatory version that was itself corrected is not passed over', async () => {
  const { article, licence } = await desk.licensedOutlet();
  await desk.correct(article, 1, true);
  await desk.correct(article, 2);
  await desk.relay();
  const { successor } = await read(licence.id);
  expect(await read(successor ?? '')).toMatchObject({ state: 'active', article_version: 3 });
});

test('a licence on a version is not superseded by that version itself', async () => {
  const { article, licence } = await desk.licensedOutlet();
  await desk.correct(article, 1, true);
  await desk.relay();
  const { successor } = await read(licence.id);
  await desk.correct(article, 2);
  await desk.relay();
  expect(await read(successor ?? '')).toMatchObject({ state: 'active', article_version: 2 });
  expect(await desk.placementOf(article)).toMatchObject({ wanted_version: 2 });
});

test('suspended and reinstated, it comes back in its own version', async () => {
  const { article, licence } = await desk.licensedOutlet();
  await suspendLicence(service.as({}), { id: licence.id, reason: 'Unpaid.' });
  await desk.relay();
  await desk.correct(article, 1);
  await reinstateLicence(service.as({}), { id: licence.id, reason: 'Paid.' });
  await desk.relay();
  expect(await desk.placementOf(article)).toMatchObject({
    licence: licence.id,
    wanted_op: 'upsert',
    wanted_version: 1,
    wanted_seq: 3,
  });
});

test('beside a licence that follows, the copy follows; alone, it goes back to its version', async () => {
  const { outlet, article, licence } = await desk.licensedOutlet();
  await desk.newsroom.offer({ onCorrection: 'follow' });
  await outlet.ask(article, { until: outlet.own.now() + 2 * DAY_MS });
  await desk.correct(article, 1);
  await desk.relay();
  const followed = await desk.placementOf(article);
  expect(followed).toMatchObject({ wanted_version: 2 });
  await suspendLicence(service.as({}), { id: followed.licence, reason: 'Unpaid.' });
  await desk.relay();
  expect(await desk.placementOf(article)).toMatchObject({
    licence: licence.id,
    wanted_op: 'upsert',
    wanted_version: 1,
  });
});

async function toldOf(outlet: { own: Parameters<typeof listNotices>[0] }): Promise<string[]> {
  const notices = await listNotices(outlet.own, { limit: 10 });
  return notices.map(({ kind }) => kind);
}
