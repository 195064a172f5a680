import { listArticles, readArticle } from '../../../src/services/articles/read-articles.ts';
import { revokeLicence } from '../../../src/services/licences/change-licence.ts';
import { type TestService, testService } from '../../support/context.ts';
import { DAY_MS, openNewsroom } from '../../support/newsroom.ts';

let service: TestService;
beforeAll(async () => {
  service = await testService();
});
afterAll(() => service.close());

test('an outlet sees a story under embargo while it holds a licence, and no longer', async () => {
  const room = await openNewsroom(service);
  const outlet = await room.outlet();
  const article = await room.putIn(service.ctx.now() + DAY_MS / 2);
  const listed = async () =>
    (await listArticles(outlet.own, { publication: room.slug, state: undefined, limit: 9 })).length;
  const hidden = () =>
    expect(readArticle(outlet.own, article)).rejects.toMatchObject({ code: 'article-not-found' });

  await hidden();
  const { id } = await outlet.ask(article);
  expect((await readArticle(outlet.own, article)).id).toBe(article);
  expect(await listed()).toBe(1);
  await revokeLicence(room.admin, { id, reason: 'The sale fell through.' });
  await hidden();
  expect(await listed()).toBe(0);
});
