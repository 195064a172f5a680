import { decodeJwt } from 'jose';
import type { LicenceClaims } from '../../../src/domain/claims.ts';
import { DEFAULT_FOOTER_TEMPLATE, fillFooter } from '../../../src/domain/footer.ts';
import { requestReprint } from '../../../src/services/requests/request-reprint.ts';
import { type TestService, testService } from '../../support/context.ts';
import { DAY_MS, openNewsroom } from '../../support/newsroom.ts';

let service: TestService;
let newsroom: Awaited<ReturnType<typeof openNewsroom>>;

beforeAll(async () => {
  service = await testService();
  newsroom = await openNewsroom(service);
});
afterAll(() => service.close());

test('an outlet asks for a feed and gets a licence for it', async () => {
  const outlet = await newsroom.outlet();
  const licence = await outlet.askFeed({ language: ['en'], maxAgeHours: 48 });
  expect(licence).toMatchObject({
    article: null,
    feed: { publication: newsroom.slug, filter: { language: ['en'], maxAgeHours: 48 } },
    feed_since: licence.created_at,
    footer: templateOf(licence.id),
    state: 'active',
  });
});

test('its token says the feed, the template and what the publication is', async () => {
  const outlet = await newsroom.outlet();
  const { token, id } = await outlet.askFeed({ subject: ['ferries'] });
  const claims = decodeJwt(token) as unknown as LicenceClaims;
  expect(claims).not.toHaveProperty('article');
  expect(claims).toMatchObject({
    jti: `urn:uuid:${id}`,
    feed: { publication: newsroom.slug, filter: { subject: ['ferries'] } },
    footer: { template: templateOf(id), required: true, position: 'after-body' },
    credit: { creditText: 'Harbour News', canonical: 'https://harbour-news.example/' },
    use: { languages: ['en'] },
  });
});

test('a wish for the newest articles is kept with the request and not with the licence', async () => {
  const outlet = await newsroom.outlet();
  const { licence, request } = await requestReprint(outlet.own, {
    feed: { publication: newsroom.slug, filter: {}, backFill: 5 },
    use: WEB,
  });
  expect(request).toMatchObject({ article: null, feed: { filter: {}, backFill: 5 } });
  expect(licence?.feed).toEqual({ publication: newsroom.slug, filter: {} });
});

test('the relay is left word of the publication at the outlet', async () => {
  const outlet = await newsroom.outlet();
  await outlet.askFeed();
  const words = await service.db
    .selectFrom('outbox')
    .select(['kind', 'article', 'publication'])
    .where('outlet', '=', outlet.id)
    .execute();
  expect(words).toEqual([
    { kind: 'licence.issued', article: null, publication: expect.any(String) },
  ]);
});

test('a narrower feed is covered by the licence of a wider one, a wider one is not', async () => {
  const outlet = await newsroom.outlet();
  const wide = await outlet.askFeed({ subject: ['ferries', 'weather'] });
  const narrow = await outlet.askFeed({ subject: ['ferries'], minWords: 100 });
  expect(narrow.id).toBe(wide.id);
  const wider = await outlet.askFeed({});
  expect(wider.id).not.toBe(wide.id);
  const longer = await outlet.askFeed({ subject: ['ferries'] }, { until: WEB.until + DAY_MS });
  expect([wide.id, wider.id]).not.toContain(longer.id);
});

test('terms that are for one article at a time refuse a feed and say why', async () => {
  const other = await openNewsroom(service);
  await other.offer({ onCorrection: 'fixed', exclusivity: { territories: ['world'], days: 2 } });
  const outlet = await other.outlet();
  const { request, licence } = await requestReprint(outlet.own, {
    feed: { publication: other.slug, filter: {} },
    use: WEB,
  });
  expect(licence).toBeNull();
  expect(request).toMatchObject({
    state: 'refused',
    reasons: [{ code: 'feed-not-exclusive' }, { code: 'feed-not-fixed' }],
  });
});

test('a feed of nobody is not found', async () => {
  const outlet = await newsroom.outlet();
  const asked = requestReprint(outlet.own, {
    feed: { publication: 'nobody', filter: {} },
    use: WEB,
  });
  await expect(asked).rejects.toMatchObject({ code: 'publication-not-found' });
});

const WEB = {
  media: ['web'],
  territories: ['world'],
  edits: 'none',
  images: 'none',
  until: Date.now() + DAY_MS,
} as const;

/** What each article's footer is made from: all that is known before there is one stands in it. */
function templateOf(licenceId: string): string {
  return fillFooter(DEFAULT_FOOTER_TEMPLATE, {
    publication: 'Harbour News',
    holder: 'Harbour News Cooperative',
    verifyUrl: `https://rights.example/licences/${licenceId}`,
    licenceId,
  });
}
