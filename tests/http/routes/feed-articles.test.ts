import {
  addOutlet,
  askForFeed,
  askForLicence,
  correct,
  type Licence,
  type Outlet,
  type Page,
  PUBLICATION,
  publish,
} from '../../support/seed.ts';
import { type ServedApp, serveApp } from '../../support/served-app.ts';

interface Covered {
  id: string;
  version: number;
  etag: string;
  headline: string;
  body?: object;
}

let app: ServedApp;
let outlet: Outlet;
let feed: Licence;
beforeAll(async () => {
  app = await serveApp();
  outlet = await addOutlet(app.admin, app.url);
  feed = await askForFeed(outlet.api, PUBLICATION, { language: ['en'] });
});
afterAll(() => app.close());

const list = (query = '') =>
  outlet.api.get<Page<Covered>>(`/v1/licences/${feed.id}/articles${query}`);
const read = (article: string, format = 'text') =>
  outlet.api.ask<{ code?: string }>(
    'GET',
    `/v1/licences/${feed.id}/articles/${article}?format=${format}`,
  );
const why = { reason: 'The figures are disputed.' };

test('an outlet lists what its feed covers, newest first, with what says that it changed', async () => {
  const first = await publish(app.admin, { headline: 'The first ferry' });
  const second = await publish(app.admin, { headline: 'The second ferry' });
  await publish(app.admin, { language: 'de' });
  await correct(app.admin, first, 1, { headline: 'The first ferry, corrected' });
  const { body } = await list('?limit=1');
  expect(body.items).toMatchObject([{ id: second, version: 1, etag: '"1"' }]);
  const next = (await list(`?limit=1&cursor=${body.next}`)).body;
  expect(next.items).toMatchObject([
    { id: first, etag: '"2"', headline: 'The first ferry, corrected' },
  ]);
  expect(next.next).toBeUndefined();
  expect(next.items[0]?.body).toBeUndefined();
});

test('each text comes with a footer of its own, made from the template of the licence', async () => {
  const article = await publish(app.admin, { publishedAt: '2019-05-04T06:00:00Z' });
  const { status, text } = await read(article);
  expect(status).toBe(200);
  expect(text).toContain('The first silent pilot boat');
  expect(text).toContain(`© 2011-2019 Harbour Letter Cooperative. From The Harbour Letter.`);
  expect(text).toContain(`Licence ${feed.id}`);
});

test('what the feed does not cover, and what is not there, is not found', async () => {
  const german = await publish(app.admin, { language: 'de' });
  for (const id of [german, feed.id]) {
    const { status, body } = await read(id);
    expect([status, body.code]).toEqual([404, 'article-not-found']);
  }
});

test('a text under embargo is listed, and its bytes wait', async () => {
  const embargoUntil = new Date(Date.now() + 3_600_000).toISOString();
  const article = await publish(app.admin, { embargoUntil });
  const { status, body, headers } = await read(article);
  expect([status, body.code]).toEqual([425, 'too-early']);
  expect(Number(headers.get('retry-after'))).toBeGreaterThan(3_500);
  expect((await list()).body.items.map(({ id }) => id)).toContain(article);
});

test('a withheld text comes back with its release, and a killed one never', async () => {
  const article = await publish(app.admin);
  await read(article);
  const { body: withheld } = await app.admin.post(`/v1/articles/${article}/withhold`, why);
  expect(withheld).toMatchObject({ state: 'withheld', withholdReason: why.reason });
  expect(await read(article)).toMatchObject({ status: 403, body: { code: 'article-withheld' } });
  expect((await list()).body.items.map(({ id }) => id)).not.toContain(article);
  await app.admin.post(`/v1/articles/${article}/release`, {});
  expect((await read(article)).status).toBe(200);
  await app.admin.post(`/v1/articles/${article}/kill`, why);
  expect(await read(article)).toMatchObject({ status: 410, body: { code: 'article-removed' } });
  const refused = await app.admin.ask<{ code: string }>(
    'POST',
    `/v1/articles/${article}/withhold`,
    { body: why },
  );
  expect([refused.status, refused.body.code]).toEqual([409, 'article-killed']);
});

test('what an outlet has read is corrected and taken back at the place where it takes text', async () => {
  const article = await publish(app.admin);
  await read(article);
  await read(article);
  const placed = async () =>
    (await outlet.api.get<Page<object>>(`/v1/placements?article=${article}`)).body.items;
  expect(await placed()).toMatchObject([{ state: 'placed', licence: feed.id, seq: 1 }]);
  await app.admin.post(`/v1/articles/${article}/kill`, why);
  expect(await placed()).toMatchObject([
    { seq: 2, wanted: { operation: 'withdraw', reason: 'killed' } },
  ]);
});

test('each kind of licence says where the texts of the other are', async () => {
  const article = await publish(app.admin);
  const single = await askForLicence(outlet.api, article, { media: ['app'] });
  const one = await outlet.api.ask<{ code: string }>('GET', `/v1/licences/${feed.id}/article`);
  expect([one.status, one.body.code]).toEqual([404, 'licence-for-feed']);
  for (const path of ['articles', `articles/${article}`]) {
    const { status, body } = await outlet.api.ask<{ code: string }>(
      'GET',
      `/v1/licences/${single.id}/${path}`,
    );
    expect([status, body.code]).toEqual([404, 'licence-for-article']);
  }
});

test('a suspended licence lists nothing and hands out nothing', async () => {
  const article = await publish(app.admin);
  await app.admin.post(`/v1/licences/${feed.id}/suspend`, { reason: 'Unpaid.' });
  for (const path of ['articles', `articles/${article}`]) {
    const { status, body } = await outlet.api.ask<{ code: string }>(
      'GET',
      `/v1/licences/${feed.id}/${path}`,
    );
    expect([status, body.code]).toEqual([403, 'licence-suspended']);
  }
});
