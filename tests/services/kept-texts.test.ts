import { textCache } from '../../src/services/deliver/texts.ts';
import { type TestService, testService } from '../support/context.ts';
import { openNewsroom } from '../support/newsroom.ts';

let service: TestService;
beforeAll(async () => {
  service = await testService();
});
afterAll(() => service.close());

test('a text that is kept takes up a new name of its publication within a minute', async () => {
  const newsroom = await openNewsroom(service);
  const article = await newsroom.putIn();
  let now = Date.now();
  const texts = textCache({ db: service.db, now: () => now });
  const first = await texts.get(article, 1, null);
  await service.db
    .updateTable('publication')
    .set({ name: 'Harbour Daily' })
    .where('slug', '=', newsroom.slug)
    .execute();
  now += 30_000;
  expect(await texts.get(article, 1, null)).toBe(first);
  now += 30_000;
  expect((await texts.get(article, 1, null)).publication.name).toBe('Harbour Daily');
});
