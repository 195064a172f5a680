import { transact } from '../../../src/db/database.ts';
import { deliverDestination } from '../../../src/services/deliver/deliver-destination.ts';
import { type Desk, openDesk } from '../../../src/services/deliver/desk.ts';
import { takeItself } from '../../../src/services/placements/take-itself.ts';
import {
  addOutlet,
  askForLicence,
  type Page,
  type Placement,
  publish,
  STORY,
} from '../../support/seed.ts';
import { type ServedApp, serveApp } from '../../support/served-app.ts';

interface Board {
  state: string;
  counts: Record<string, number>;
  placements: { placement: string; state: string; confirmedBy?: string; sentAt?: string }[];
}
interface Notice {
  id: string;
  kind: string;
  body: string;
}

let app: ServedApp;
let desk: Desk;
beforeAll(async () => {
  app = await serveApp();
  desk = openDesk(app.ctx);
});
afterAll(async () => {
  desk.close();
  await app.close();
});

/** A story that an outlet took itself and that was killed; its people are told. */
async function killedCopy(contacts = ['desk@courier.example']) {
  const outlet = await addOutlet(app.admin, app.url);
  await app.admin.patch(`/v1/outlets/${outlet.id}`, { contacts });
  const article = await publish(app.admin);
  const { id: licence } = await askForLicence(outlet.api, article);
  await transact(app.ctx.db, (tx) =>
    takeItself(tx, app.ctx, { outlet: outlet.id, article, licence, version: 1 }),
  );
  await app.admin.post(`/v1/articles/${article}/kill`, { reason: 'Not genuine.' });
  const list = await outlet.api.get<Page<{ id: string; channel: string }>>('/v1/destinations');
  const pull = list.body.items.find(({ channel }) => channel === 'pull')?.id ?? '';
  await deliverDestination(desk, { destination: pull, take: 'any' });
  const notices = await outlet.api.get<Page<Notice>>('/v1/notices?kind=copy-to-remove');
  const [notice] = notices.body.items;
  if (!notice) throw new Error('nobody was told');
  const token = app.ctx.linkToken(notice.id);
  return { outlet, article, pull, notice, path: `/confirm/${token}`, token };
}

const boardOf = async (article: string) =>
  (await app.admin.get<Board>(`/v1/kills/${article}`)).body;
const visit = (path: string) => fetch(`${app.url}${path}`);
const press = (path: string, fields: Record<string, string> = { note: '' }) =>
  fetch(`${app.url}${path}`, { method: 'POST', body: new URLSearchParams(fields) });

test('whoever follows the link sees what it confirms; following confirms nothing', async () => {
  const copy = await killedCopy();
  for (const method of ['GET', 'HEAD', 'GET']) {
    const response = await fetch(`${app.url}${copy.path}`, { method });
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
  }
  const page = await (await visit(copy.path)).text();
  expect(page).toContain(STORY.headline);
  expect(page).toContain(`<form action="${copy.token}" method="post">`);
  expect(await boardOf(copy.article)).toMatchObject({
    state: 'killed',
    counts: { total: 1, confirmed: 0, unconfirmed: 1, unreachable: 0 },
  });
});

test('the page runs no script, loads nothing, and is sent to the service alone', async () => {
  const { path } = await killedCopy();
  const response = await visit(path);
  const policy = response.headers.get('content-security-policy');
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("form-action 'self'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(response.headers.get('referrer-policy')).toBe('no-referrer');
  expect(await response.text()).not.toMatch(/<script|<img|<link/i);
});

test('the button confirms, once, and whoever comes second is told so', async () => {
  const { path, article } = await killedCopy();
  const answers = await Promise.all([press(path, { note: 'Gone at noon.' }), press(path)]);
  const pages = await Promise.all(answers.map((answer) => answer.text()));
  expect(pages.filter((page) => page.includes('Thank you.'))).toHaveLength(1);
  expect(pages.filter((page) => page.includes('used before'))).toHaveLength(1);
  expect(await boardOf(article)).toMatchObject({
    counts: { confirmed: 1 },
    placements: [{ state: 'confirmed', confirmedBy: 'link' }],
  });
  expect(await (await visit(path)).text()).toContain('used before');
});

test('a link with a part cut off or altered is none, in words', async () => {
  const { path } = await killedCopy();
  for (const broken of [path.slice(0, -1), `${path}x`, `${path.slice(0, -2)}__`]) {
    expect((await visit(broken)).status).toBe(404);
    expect((await press(broken)).status).toBe(404);
  }
});

test('the outlet confirms through the API too, and an admin for it', async () => {
  for (const who of ['outlet', 'admin'] as const) {
    const copy = await killedCopy([]);
    const api = who === 'outlet' ? copy.outlet.api : app.admin;
    const [placement] = (await boardOf(copy.article)).placements;
    const path = `/v1/placements/${placement?.placement}/confirm`;
    const { body } = await api.post<Placement>(path, { note: 'Taken down.' });
    expect(body.state).toBe('placed');
    expect(await boardOf(copy.article)).toMatchObject({
      placements: [{ confirmedBy: who === 'outlet' ? 'receipt' : 'person' }],
    });
  }
});

test('what never left cannot be confirmed', async () => {
  const outlet = await addOutlet(app.admin, app.url);
  const body = { channel: 'webhook', format: 'html', settings: { url: 'http://127.0.0.1:9/' } };
  await outlet.api.post(`/v1/outlets/${outlet.id}/destinations`, body);
  await askForLicence(outlet.api, await publish(app.admin));
  await app.relay();
  const { items } = (await outlet.api.get<Page<Placement>>('/v1/placements')).body;
  const reply = await outlet.api.ask<{ code: string }>(
    'POST',
    `/v1/placements/${items[0]?.id}/confirm`,
    { body: {} },
  );
  expect([reply.status, reply.body.code]).toEqual([409, 'placement-not-sent']);
});

test('the place for what an outlet takes itself is neither added nor changed', async () => {
  const { outlet, pull } = await killedCopy();
  const path = `/v1/destinations/${pull}`;
  expect((await outlet.api.get(path)).body).toMatchObject({ channel: 'pull', state: 'active' });
  const body = { channel: 'pull', format: 'html', settings: {} };
  const made = await outlet.api.ask('POST', `/v1/outlets/${outlet.id}/destinations`, { body });
  expect(made.status).toBe(422);
  for (const [method, of, sent] of [
    ['PATCH', path, { format: 'json' }],
    ['POST', `${path}/pause`, {}],
    ['POST', `${path}/resume`, {}],
  ] as const) {
    const reply = await outlet.api.ask<{ code: string }>(method, of, { body: sent });
    expect([reply.status, reply.body.code]).toEqual([409, 'destination-implicit']);
  }
});

test('the list of kills names each story with its numbers, page by page', async () => {
  const [one, two] = [await killedCopy(), await killedCopy()];
  type Kills = Page<{ article: string; counts: Record<string, number>; killedAt: string }>;
  const first = (await app.admin.get<Kills>('/v1/kills?limit=1')).body;
  expect(first.items).toMatchObject([{ article: two.article, counts: { unconfirmed: 1 } }]);
  const second = (await app.admin.get<Kills>(`/v1/kills?limit=1&cursor=${first.next}`)).body;
  expect(second.items).toMatchObject([{ article: one.article }]);
  expect((await app.admin.get<Kills>('/v1/kills?state=withheld')).body.items).toEqual([]);
});
