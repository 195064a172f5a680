import { deliverDestination } from '../../../src/services/deliver/deliver-destination.ts';
import { openDesk } from '../../../src/services/deliver/desk.ts';
import { apiClient } from '../../support/api-client.ts';
import { type Receiver, startReceiver } from '../../support/receiver.ts';
import {
  addOutlet,
  askForLicence,
  correct,
  type Licence,
  type Outlet,
  type Page,
  publish,
} from '../../support/seed.ts';
import { type ServedApp, serveApp } from '../../support/served-app.ts';

interface Happened {
  type: string;
  sentence: string;
  event: string | null;
  actor: { kind: string };
}

let app: ServedApp;
let receiver: Receiver;
let outlet: Outlet & { destination: string };
let stranger: Outlet;
let article: string;
let first: Licence;

beforeAll(async () => {
  app = await serveApp();
  receiver = await startReceiver();
  outlet = await addOutlet(app.admin, app.url, { receiver });
  stranger = await addOutlet(app.admin, app.url, { name: 'The Stranger' });
  article = await publish(app.admin);
  await askForLicence(stranger.api, article);
  first = await askForLicence(outlet.api, article);
  const desk = openDesk(app.ctx);
  const deliver = () => deliverDestination(desk, { destination: outlet.destination, take: 'any' });
  await app.relay();
  receiver.behave({ kind: 'status', status: 503 });
  await deliver();
  receiver.behave({ kind: 'accept' });
  await app.ctx.db
    .updateTable('placement')
    .set({ next_at: new Date(0) })
    .execute();
  await deliver();
  desk.close();
  await correct(app.admin, article, 1, { correctionNote: 'It was two boats.' });
  await app.relay();
  await app.admin.post(`/v1/articles/${article}/kill`, { reason: 'A court said so' });
});
afterAll(async () => {
  await receiver.close();
  await app.close();
});

async function historyOf(path: string, client = app.admin): Promise<Happened[]> {
  return (await client.get<Page<Happened>>(`${path}/timeline?limit=200`)).body.items;
}

test('a licence tells its story with that of its successor, the oldest first', async () => {
  const history = await historyOf(`/v1/licences/${first.id}`);
  expect(history.map(({ type }) => type)).toEqual([
    'request.granted',
    'licence.issued',
    'delivery.tried',
    'delivery.confirmed',
    'licence.issued',
    'licence.superseded',
  ]);
  const [granted, issued, tried, confirmed] = history;
  expect(granted?.sentence).toBe('The request for web in world was granted: Partners may reprint.');
  expect(issued?.sentence).toMatch(
    /^The Courier got a licence for version 1 from 2\S+ until 2\S+\.$/,
  );
  expect(tried?.sentence).toBe(
    'Version 1 of the text was sent to the outlet, which has not taken it yet: The outlet could not take it now.',
  );
  expect(confirmed?.sentence).toBe('Version 1 of the text was confirmed by the outlet.');
  expect(issued?.event).toMatch(/^[0-9a-f-]{36}$/);
  expect(confirmed?.event).toBeNull();
});

test('the successor tells the same story', async () => {
  const { successor } = (await app.admin.get<Licence>(`/v1/licences/${first.id}`)).body;
  expect(await historyOf(`/v1/licences/${successor}`)).toEqual(
    await historyOf(`/v1/licences/${first.id}`),
  );
});

test('an article tells of every outlet, and an outlet of itself', async () => {
  const ofArticle = (await historyOf(`/v1/articles/${article}`)).map(({ type }) => type);
  expect(ofArticle.filter((type) => type === 'licence.issued')).toHaveLength(4);
  expect(ofArticle[0]).toBe('article.created');
  expect(ofArticle.at(-1)).toBe('article.killed');
  const ofOutlet = (await historyOf(`/v1/outlets/${outlet.id}`)).map(({ type }) => type);
  expect(ofOutlet.slice(0, 3)).toEqual(['outlet.created', 'destination.created', 'key.created']);
  expect(ofOutlet.filter((type) => type === 'licence.issued')).toHaveLength(2);
});

test('a story is paged without a gap', async () => {
  const whole = await historyOf(`/v1/articles/${article}`);
  const read: Happened[] = [];
  for (let next: string | undefined, pages = 0; pages === 0 || next; pages++) {
    const cursor = next ? `&cursor=${next}` : '';
    const path = `/v1/articles/${article}/timeline?limit=3${cursor}`;
    const { body } = await app.admin.get<Page<Happened>>(path);
    expect(body.items.length).toBeLessThanOrEqual(3);
    read.push(...body.items);
    next = body.next;
  }
  expect(read).toEqual(whole);
});

test('an outlet reads the story of its own licences and of nothing else', async () => {
  const path = `/v1/licences/${first.id}`;
  expect(await historyOf(path, outlet.api)).toEqual(await historyOf(path));
  expect((await stranger.api.ask('GET', `${path}/timeline`)).status).toBe(404);
  expect((await outlet.api.ask('GET', `/v1/articles/${article}/timeline`)).status).toBe(403);
  expect((await outlet.api.ask('GET', `/v1/outlets/${outlet.id}/timeline`)).status).toBe(403);
  expect((await apiClient(app.url).ask('GET', `${path}/timeline`)).status).toBe(401);
});
