import { killArticle } from '../../../src/services/articles/kill-article.ts';
import { revokeLicence, suspendLicence } from '../../../src/services/licences/change-licence.ts';
import { expireLicences } from '../../../src/services/licences/expire-licences.ts';
import { readLicence } from '../../../src/services/licences/read-licences.ts';
import { renewLicence } from '../../../src/services/licences/renew-licence.ts';
import { verifyToken } from '../../../src/services/licences/verify-licence.ts';
import { suspendOutlet } from '../../../src/services/suspend-outlet.ts';
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
beforeEach(() => desk.newsroom.offer({}));

const inDays = (days: number) => Math.floor(service.ctx.now() / 1000) * 1000 + days * DAY_MS;
const renew = (id: string, until: number) =>
  renewLicence(service.as({}), { id, until, reason: 'The series runs on.' });

test('a successor of the same series holds on, and the old one names it', async () => {
  const { licence, article } = await desk.licensedOutlet();
  const until = inDays(30);
  const { licence: next, created } = await renew(licence.id, until);
  expect(created).toBe(true);
  expect(next).toMatchObject({
    prev: licence.id,
    series: licence.series,
    article_version: 1,
    terms_slug: licence.terms_slug,
    terms_version: licence.terms_version,
    until_at: until,
    state: 'active',
  });
  expect(next.use).toEqual({ ...(licence.use as object), ...timesOf(next) });
  expect(await readLicence(service.as({}), licence.id)).toMatchObject({
    state: 'superseded',
    successor: next.id,
    end_reason: 'renewed',
  });
  const old = await verifyToken(service.ctx, { token: licence.token });
  expect(old).toMatchObject({ code: 'superseded', successor: next.id });
  expect(await verifyToken(service.ctx, { token: next.token })).toMatchObject({ valid: true });
  await desk.relay();
  expect(await desk.placementOf(article)).toMatchObject({
    licence: next.id,
    wanted_seq: 2,
    wanted_op: 'upsert',
    wanted_version: 1,
  });
});

test('the end of the old licence, once it would have come, takes nothing back', async () => {
  const { licence, article } = await desk.licensedOutlet();
  const { licence: next } = await renew(licence.id, inDays(30));
  await desk.endNow(licence.id, 'remove');
  await expireLicences(service.ctx);
  await desk.relay();
  expect(await desk.placementOf(article)).toMatchObject({
    licence: next.id,
    wanted_op: 'upsert',
    wanted_seq: 2,
  });
});

test('each renewal may last as long as the terms offer, counted from when it is made', async () => {
  await desk.newsroom.offer({ window: { ...WINDOW, maxDays: 10 } });
  const { licence } = await desk.licensedOutlet();
  await expect(renew(licence.id, inDays(11))).rejects.toMatchObject({
    code: 'invalid-request',
    errors: [{ pointer: '#/until', code: 'too-long' }],
  });
  const { licence: next } = await renew(licence.id, inDays(10));
  expect(next.until_at - next.from_at).toBeLessThanOrEqual(10 * DAY_MS);
});

test('a correction of a renewed licence keeps its beginning and its end', async () => {
  const { licence, article } = await desk.licensedOutlet();
  await service.db
    .updateTable('request')
    .set({ decided_at: new Date(inDays(-300)) })
    .where('licence', '=', licence.id)
    .execute();
  const { licence: next } = await renew(licence.id, inDays(30));
  await desk.correct(article, 1);
  await desk.relay();
  const { successor } = await readLicence(service.as({}), next.id);
  expect(await readLicence(service.as({}), successor ?? '')).toMatchObject({
    from_at: next.from_at,
    until_at: next.until_at,
    article_version: 2,
  });
});

test('a licence that has not begun keeps the beginning that was asked for', async () => {
  const outlet = await desk.newsroom.outlet();
  const article = await desk.newsroom.putIn();
  const licence = await outlet.ask(article, { from: inDays(5), until: inDays(6) });
  const { licence: next } = await renew(licence.id, inDays(20));
  expect(next.from_at).toBe(licence.from_at);
});

test('renewing again until the same instant answers the licence that is there', async () => {
  const { licence } = await desk.licensedOutlet();
  const until = inDays(30);
  const { licence: next } = await renew(licence.id, until);
  const again = await renew(licence.id, until);
  expect(again).toMatchObject({ created: false, licence: { id: next.id } });
  await expect(renew(licence.id, inDays(40))).rejects.toMatchObject({
    code: 'licence-ended',
    facts: { successor: next.id },
  });
});

test('of two at once one issues a successor', async () => {
  const { licence } = await desk.licensedOutlet();
  const both = await Promise.allSettled([
    renew(licence.id, inDays(30)),
    renew(licence.id, inDays(40)),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const followers = await service.db
    .selectFrom('licence')
    .select('id')
    .where('prev', '=', licence.id)
    .execute();
  expect(followers).toHaveLength(1);
});

test('an end that is no later is refused', async () => {
  const { licence } = await desk.licensedOutlet();
  await expect(renew(licence.id, licence.until_at)).rejects.toMatchObject({
    errors: [{ pointer: '#/until', code: 'not-later' }],
  });
});

test('only what is in force is renewed', async () => {
  const suspended = await desk.licensedOutlet();
  await suspendLicence(service.as({}), { id: suspended.licence.id, reason: 'Unpaid.' });
  const revoked = await desk.licensedOutlet();
  await revokeLicence(service.as({}), { id: revoked.licence.id, reason: 'Unpaid.' });
  const ended = await desk.licensedOutlet();
  await desk.endNow(ended.licence.id, 'remove');
  const barred = await desk.licensedOutlet();
  await suspendOutlet(service.as({}), { id: barred.outlet.id, reason: 'Unanswered.' });
  const killed = await desk.licensedOutlet();
  await killArticle(service.as({}), { id: killed.article, reason: 'Untrue.', note: null });
  for (const [{ licence }, code] of [
    [suspended, 'licence-not-in-force'],
    [revoked, 'licence-ended'],
    [ended, 'licence-ended'],
    [killed, 'article-killed'],
    [barred, 'outlet-suspended'],
  ] as const) {
    await expect(renew(licence.id, inDays(30))).rejects.toMatchObject({ code });
  }
});

test('a licence is not renewed into a time that another outlet has to itself', async () => {
  await desk.newsroom.offer({ exclusivity: { territories: ['world'], days: 300 } });
  const { licence, article } = await desk.licensedOutlet();
  const other = await desk.newsroom.outlet();
  await other.ask(article, { from: inDays(10), until: inDays(20) });
  const tried = renew(licence.id, inDays(30));
  await expect(tried).rejects.toMatchObject({ code: 'licence-unavailable' });
  const { licence: next } = await renew(licence.id, inDays(9));
  expect(next.state).toBe('active');
});

test('a renewal takes no place beside the licence that it follows', async () => {
  await desk.newsroom.offer({ limits: { sites: null, copies: null, liveAtOnce: 1 } });
  const { licence } = await desk.licensedOutlet();
  expect((await renew(licence.id, inDays(30))).created).toBe(true);
});

const WINDOW = { notBefore: null, byMedium: {}, offerDays: null };

function timesOf({ from_at, until_at }: { from_at: number; until_at: number }) {
  return { from: new Date(from_at).toISOString(), until: new Date(until_at).toISOString() };
}
