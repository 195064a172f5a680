import { type ApiClient, apiClient } from '../../support/api-client.ts';
import { addOutlet, LETTER, type Page, PUBLICATION } from '../../support/seed.ts';
import { type ServedApp, serveApp } from '../../support/served-app.ts';

const OWN = 'island-post';
let app: ServedApp;
let local: ApiClient;
beforeAll(async () => {
  app = await serveApp();
  await app.admin.put(`/v1/publications/${OWN}`, { ...LETTER, name: 'The Island Post' });
  const made = { name: 'Island desk', role: 'editor', publications: [OWN] };
  local = apiClient(app.url, (await app.admin.post<{ key: string }>('/v1/keys', made)).body.key);
});
afterAll(() => app.close());

const slugs = ({ items }: Page<{ slug: string }>) => items.map(({ slug }) => slug);

test('an editor reads a publication as it was saved', async () => {
  const saved = await app.admin.put(`/v1/publications/${OWN}`, { ...LETTER, name: 'Island Post' });
  const { body } = await local.get(`/v1/publications/${OWN}`);
  expect(body).toEqual(saved.body);
  expect(body).toMatchObject({ slug: OWN, name: 'Island Post', latestBlock: null });
});

test('a key for one publication lists that one, and is told why it cannot read another', async () => {
  const { body } = await local.get<Page<{ slug: string }>>('/v1/publications');
  expect(slugs(body)).toEqual([OWN]);
  const other = await local.ask<{ code: string }>('GET', `/v1/publications/${PUBLICATION}`);
  expect([other.status, other.body.code]).toEqual([403, 'not-permitted']);
});

test('all are listed newest first, a page at a time', async () => {
  const first = (await app.admin.get<Page<{ slug: string }>>('/v1/publications?limit=1')).body;
  expect(slugs(first)).toEqual([OWN]);
  const rest = `/v1/publications?limit=1&cursor=${first.next}`;
  const second = (await app.admin.get<Page<{ slug: string }>>(rest)).body;
  expect([slugs(second), second.next]).toEqual([[PUBLICATION], undefined]);
});

test('what does not exist is not found, and no outlet reads what the house says of itself', async () => {
  const none = await app.admin.ask<{ code: string }>('GET', '/v1/publications/nowhere');
  expect([none.status, none.body.code]).toEqual([404, 'publication-not-found']);
  const outlet = await addOutlet(app.admin, app.url);
  for (const path of ['/v1/publications', `/v1/publications/${OWN}`]) {
    expect((await outlet.api.ask('GET', path)).status).toBe(403);
  }
});
