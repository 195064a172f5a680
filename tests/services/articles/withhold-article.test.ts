import { killArticle } from '../../../src/services/articles/kill-article.ts';
import { listArticles, readArticle } from '../../../src/services/articles/read-articles.ts';
import {
  releaseArticle,
  withholdArticle,
} from '../../../src/services/articles/withhold-article.ts';
import { revokeLicence } from '../../../src/services/licences/change-licence.ts';
import { sweep } from '../../../src/services/relay/sweep.ts';
import { type TestService, testService } from '../../support/context.ts';
import { openPlacedStories } from '../../support/placed-story.ts';

let service: TestService;
let desk: Awaited<ReturnType<typeof openPlacedStories>>;
beforeAll(async () => {
  service = await testService();
  desk = await openPlacedStories(service);
});
afterAll(() => service.close());

const withhold = (id: string) =>
  withholdArticle(service.as({}), { id, reason: 'The figures are disputed.', note: null });
const release = (id: string) => releaseArticle(service.as({}), { id, note: null });
const kill = (id: string) =>
  killArticle(service.as({}), { id, reason: 'Not genuine.', note: null });

test('a withheld story is wanted gone from its own commit on, and its licences stay', async () => {
  const { article, licence } = await desk.licensedOutlet();
  expect(await withhold(article)).toMatchObject({ state: 'withheld' });
  const wanted = { wanted_seq: 2, wanted_op: 'withdraw', wanted_reason: 'withheld', urgent: true };
  expect(await desk.placementOf(article)).toMatchObject({ ...wanted, raised_by: 'test' });
  await desk.relay();
  expect(await desk.placementOf(article)).toMatchObject(wanted);
  const kept = await service.db
    .selectFrom('licence')
    .select('state')
    .where('id', '=', licence.id)
    .executeTakeFirst();
  expect(kept).toEqual({ state: 'active' });
});

test('its release brings the text back under a higher number', async () => {
  const { article } = await desk.licensedOutlet();
  await withhold(article);
  await desk.relay();
  await desk.place(article);
  expect(await release(article)).toMatchObject({ state: 'live', withhold_reason: null });
  await desk.relay();
  expect(await desk.placementOf(article)).toMatchObject({
    ...{ wanted_seq: 3, wanted_op: 'upsert', wanted_reason: null, wanted_version: 1 },
    urgent: false,
  });
});

test('a correction of a withheld story waits, and comes with the release', async () => {
  const { article, licence } = await desk.licensedOutlet();
  await withhold(article);
  await desk.correct(article, 1);
  await desk.relay();
  expect(await desk.placementOf(article)).toMatchObject({ wanted_seq: 2, wanted_op: 'withdraw' });
  expect(await sweep(service.ctx)).toBe(0);
  await release(article);
  await desk.relay();
  const placement = await desk.placementOf(article);
  expect(placement).toMatchObject({ wanted_seq: 3, wanted_op: 'upsert', wanted_version: 2 });
  expect(placement.licence).not.toBe(licence.id);
});

test('withholding and releasing twice changes nothing', async () => {
  const { article } = await desk.licensedOutlet();
  await withhold(article);
  await withhold(article);
  expect(await desk.placementOf(article)).toMatchObject({ wanted_seq: 2 });
  await release(article);
  await release(article);
  await desk.relay();
  expect(await desk.placementOf(article)).toMatchObject({ wanted_seq: 3, wanted_op: 'upsert' });
});

test('a kill of a withheld story is told as a kill, also where it was gone already', async () => {
  const { article } = await desk.licensedOutlet();
  await withhold(article);
  await desk.place(article);
  expect(await kill(article)).toMatchObject({ state: 'killed' });
  expect(await desk.placementOf(article)).toMatchObject({
    wanted_seq: 3,
    wanted_reason: 'killed',
  });
});

test('a kill is for good: it is neither withheld nor released', async () => {
  const { article } = await desk.licensedOutlet();
  await kill(article);
  await expect(withhold(article)).rejects.toMatchObject({ code: 'article-killed' });
  await expect(release(article)).rejects.toMatchObject({ code: 'article-killed' });
  expect(await desk.placementOf(article)).toMatchObject({ wanted_reason: 'killed' });
});

test('a licence revoked while the story is withheld says so when it is released', async () => {
  const { article, licence } = await desk.licensedOutlet();
  await withhold(article);
  await revokeLicence(service.as({}), { id: licence.id, reason: 'The contract ended.' });
  await desk.relay();
  expect(await desk.placementOf(article)).toMatchObject({ wanted_seq: 2 });
  await release(article);
  await desk.relay();
  expect(await desk.placementOf(article)).toMatchObject({
    ...{ wanted_seq: 3, wanted_op: 'withdraw', wanted_reason: 'revoked', urgent: false },
  });
});

test('a request for a withheld story is decided as usual, and nothing is placed', async () => {
  const article = await desk.newsroom.putIn();
  const outlet = await desk.newsroom.outlet();
  await outlet.addDestination();
  await withhold(article);
  const licence = await outlet.ask(article);
  await desk.relay();
  const held = () =>
    service.db.selectFrom('placement').select('licence').where('article', '=', article).execute();
  expect(await held()).toEqual([]);
  expect(await sweep(service.ctx)).toBe(0);
  await release(article);
  await desk.relay();
  expect(await held()).toEqual([{ licence: licence.id }]);
});

test('an outlet sees a withheld story only where it holds a licence', async () => {
  const { outlet, article } = await desk.licensedOutlet();
  const other = await desk.newsroom.outlet();
  await withhold(article);
  expect(await readArticle(outlet.own, article)).toMatchObject({ state: 'withheld' });
  await expect(readArticle(other.own, article)).rejects.toMatchObject({
    code: 'article-not-found',
  });
  const ids = (await listArticles(other.own, { limit: 100 })).map(({ id }) => id);
  expect(ids).not.toContain(article);
});

test('the sweep repairs a withholding and a release whose word was lost', async () => {
  const { article } = await desk.licensedOutlet();
  const lose = () => service.db.deleteFrom('outbox').execute();
  await withhold(article);
  await lose();
  await service.db
    .updateTable('placement')
    .set({ wanted_op: 'upsert', wanted_reason: null })
    .where('article', '=', article)
    .execute();
  expect(await sweep(service.ctx)).toBe(1);
  await desk.relay();
  expect(await desk.placementOf(article)).toMatchObject({ wanted_reason: 'withheld' });
  await release(article);
  await lose();
  expect(await sweep(service.ctx)).toBe(1);
  await desk.relay();
  expect(await desk.placementOf(article)).toMatchObject({ wanted_op: 'upsert' });
  expect(await sweep(service.ctx)).toBe(0);
});
