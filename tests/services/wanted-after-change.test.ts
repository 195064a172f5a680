import { sql } from 'kysely';
import { killArticle } from '../../src/services/articles/kill-article.ts';
import { revokeLicence } from '../../src/services/licences/change-licence.ts';
import { expireLicences } from '../../src/services/licences/expire-licences.ts';
import { succeedLicences } from '../../src/services/relay/succeed-licences.ts';
import { type TestService, testService } from '../support/context.ts';
import { openPlacedStories } from '../support/placed-story.ts';

let service: TestService;
let desk: Awaited<ReturnType<typeof openPlacedStories>>;
beforeAll(async () => {
  service = await testService();
  desk = await openPlacedStories(service);
});
afterAll(() => service.close());

test('a correction raises the successor and not the old licence', async () => {
  const { article, licence } = await desk.licensedOutlet();
  await desk.correct(article, 1);
  await desk.relay();
  const placement = await desk.placementOf(article);
  expect(placement).toMatchObject({ wanted_seq: 2, wanted_version: 2, urgent: true });
  expect(placement.licence).not.toBe(licence.id);
  const old = await service.db
    .selectFrom('licence')
    .select(['state', 'successor'])
    .where('id', '=', licence.id)
    .executeTakeFirst();
  expect(old).toEqual({ state: 'superseded', successor: placement.licence });
});

test('two relays at once issue one successor', async () => {
  const { article, licence } = await desk.licensedOutlet();
  await desk.correct(article, 1);
  await Promise.all([1, 2, 3].map(() => succeedLicences(service.ctx, [article])));
  const successors = await service.db
    .selectFrom('licence')
    .select(['id', 'series', 'article_version'])
    .where('prev', '=', licence.id)
    .execute();
  expect(successors).toEqual([
    { id: expect.any(String), series: licence.series, article_version: 2 },
  ]);
});

test('a licence that cannot be followed keeps nobody else waiting', async () => {
  const { article, outlet } = await desk.licensedOutlet();
  const other = await desk.newsroom.outlet();
  await other.ask(article);
  await service.db
    .updateTable('outlet')
    .set({ origins: '[]' })
    .where('id', '=', outlet.id)
    .execute();
  await desk.correct(article, 1);
  await desk.relay();
  const { rows } = await sql<{ outlet: string; article_version: number }>`
    select outlet, article_version from licence where article = ${article} and state = 'active'
    order by article_version`.execute(service.db);
  expect(rows).toEqual([
    { outlet: outlet.id, article_version: 1 },
    { outlet: other.id, article_version: 2 },
  ]);
});

test('a kill is wanted from its own commit on, before any relay runs', async () => {
  const { article, licence } = await desk.licensedOutlet();
  await killArticle(service.as({}), { id: article, reason: 'Not genuine.', note: null });
  expect(await desk.placementOf(article)).toMatchObject({
    wanted_op: 'withdraw',
    wanted_reason: 'killed',
    urgent: true,
  });
  await desk.relay();
  const killed = await service.db
    .selectFrom('licence')
    .select(['state', 'end_reason'])
    .where('id', '=', licence.id)
    .executeTakeFirst();
  expect(killed).toEqual({ state: 'revoked', end_reason: 'article-killed' });
});

test('what was never sent is not withdrawn over the wire', async () => {
  const outlet = await desk.newsroom.outlet();
  await outlet.addDestination();
  const article = await desk.newsroom.putIn();
  const licence = await outlet.ask(article);
  await desk.relay();
  await revokeLicence(service.as({}), { id: licence.id, reason: 'A mistake.' });
  await desk.relay();
  expect(await desk.placementOf(article)).toMatchObject({
    wanted_op: 'withdraw',
    placed_op: 'withdraw',
    state: 'placed',
    next_at: null,
  });
});

test('a revocation that has not arrived yet becomes a kill', async () => {
  const { article, licence } = await desk.licensedOutlet();
  await revokeLicence(service.as({}), { id: licence.id, reason: 'Unpaid.' });
  await desk.relay();
  await killArticle(service.as({}), { id: article, reason: 'Not genuine.', note: null });
  expect(await desk.placementOf(article)).toMatchObject({ wanted_reason: 'killed', wanted_seq: 3 });
});

test('an expired licence withdraws at ordinary priority', async () => {
  const { article, licence } = await desk.licensedOutlet();
  await desk.endNow(licence.id, 'remove');
  await expireLicences(service.ctx);
  await desk.relay();
  expect(await desk.placementOf(article)).toMatchObject({
    wanted_op: 'withdraw',
    wanted_reason: 'expired',
    urgent: false,
  });
});

test('copies that may stay after the end stay, and are killed all the same', async () => {
  const { article, licence } = await desk.licensedOutlet();
  await desk.endNow(licence.id, 'keepPublished');
  await expireLicences(service.ctx);
  await desk.relay();
  expect(await desk.placementOf(article)).toMatchObject({ wanted_op: 'upsert', wanted_seq: 1 });
  await killArticle(service.as({}), { id: article, reason: 'Not genuine.', note: null });
  expect(await desk.placementOf(article)).toMatchObject({
    wanted_op: 'withdraw',
    wanted_reason: 'killed',
  });
});

test('a withdrawal tells of what stands there, not of what was still to come', async () => {
  const { article, licence } = await desk.licensedOutlet();
  const { id: placement, destination, outlet } = await desk.placementOf(article);
  await service.db
    .insertInto('attempt')
    .values({
      ...{ id: service.ctx.newId(), placement, destination, outlet, licence: licence.id },
      ...{ seq: 1, version: 1, operation: 'upsert', outcome: 'placed', code: 'http-200' },
      ...{ message: '', started_at: new Date(), ended_at: new Date(), fenced: false },
    })
    .execute();
  await desk.correct(article, 1);
  await desk.relay();
  await killArticle(service.as({}), { id: article, reason: 'Not genuine.', note: null });
  expect(await desk.placementOf(article)).toMatchObject({
    wanted_op: 'withdraw',
    wanted_seq: 3,
    wanted_version: 1,
    licence: licence.id,
  });
});
