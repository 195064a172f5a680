import { requestReprint } from '../../src/services/requests/request-reprint.ts';
import { savePublication } from '../../src/services/save-publication.ts';
import { type TestService, testService } from '../support/context.ts';
import { DAY_MS, openNewsroom } from '../support/newsroom.ts';

let service: TestService;
beforeAll(async () => {
  service = await testService();
});
afterAll(() => service.close());

test('a request whose licence would be too large waits for a person, and says why', async () => {
  const newsroom = await openNewsroom(service);
  await savePublication(newsroom.admin, {
    slug: newsroom.slug,
    name: 'Harbour News',
    url: 'https://harbour-news.example/',
    copyrightHolder: 'Harbour News Cooperative',
    copyrightSince: 2009,
    language: 'en',
    timeZone: 'UTC',
    footerTemplate: '{headline} '.repeat(180) + '{holder} '.repeat(200),
    latestBlock: null,
    contact: 'rights@harbour-news.example',
  });
  const outlet = await newsroom.outlet();
  const articleId = await newsroom.putIn();
  const { request, licence } = await requestReprint(outlet.own, {
    articleId,
    use: {
      media: ['web'],
      territories: ['world'],
      until: outlet.own.now() + DAY_MS,
      edits: 'none',
      images: 'none',
    },
  });
  expect(licence).toBeNull();
  expect(request).toMatchObject({ state: 'pending', reasons: [{ code: 'licence-too-large' }] });
});
