import { type TestService, testService } from '../support/context.ts';
import { DAY_MS } from '../support/newsroom.ts';
import { openPlacedStories } from '../support/placed-story.ts';

let service: TestService;
let desk: Awaited<ReturnType<typeof openPlacedStories>>;
beforeAll(async () => {
  service = await testService();
  desk = await openPlacedStories(service);
});
afterAll(() => service.close());

const beginnings = (article: string) =>
  service.db
    .selectFrom('licence')
    .select(['state', 'from_at'])
    .where('article', '=', article)
    .orderBy('article_version')
    .execute();

test('an embargo that lifts earlier lets the successor begin earlier', async () => {
  const outlet = await desk.newsroom.outlet();
  const article = await desk.newsroom.putIn(service.ctx.now() + DAY_MS / 2);
  await outlet.ask(article);
  await desk.correct(article, 1);
  await desk.relay();
  const [old, successor] = await beginnings(article);
  expect([old?.state, successor?.state]).toEqual(['superseded', 'active']);
  expect(successor?.from_at).toBeLessThan(service.ctx.now() + 2_000);
});

test('a beginning that was asked for stays, wherever the embargo goes', async () => {
  const outlet = await desk.newsroom.outlet();
  const article = await desk.newsroom.putIn(service.ctx.now() + DAY_MS / 4);
  const asked = Math.ceil(service.ctx.now() / 1000) * 1000 + DAY_MS / 2;
  await outlet.ask(article, { from: asked });
  await desk.correct(article, 1);
  await desk.relay();
  expect((await beginnings(article)).map((licence) => licence.from_at)).toEqual([asked, asked]);
});
