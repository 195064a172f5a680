import { type ApiClient, apiClient } from '../support/api-client.ts';
import {
  addOutlet,
  askForLicence,
  LETTER,
  type Outlet,
  type Page,
  publish,
} from '../support/seed.ts';
import { type ServedApp, serveApp } from '../support/served-app.ts';

const OWN = 'island-post';
const DECOY = { name: 'The Decoy', origins: ['https://decoy.example'], country: 'NO' };
const RECEIVER = { channel: 'webhook', format: 'html', settings: { url: 'http://127.0.0.1:9/' } };
let app: ServedApp;
let outlet: Outlet;
let local: ApiClient;
let destination: string;
beforeAll(async () => {
  app = await serveApp();
  outlet = await addOutlet(app.admin, app.url);
  const places = `/v1/outlets/${outlet.id}/destinations`;
  destination = (await outlet.api.post<{ id: string }>(places, RECEIVER)).body.id;
  await app.admin.put(`/v1/publications/${OWN}`, LETTER);
  await askForLicence(outlet.api, await publish(app.admin));
  const made = { name: 'Island desk', role: 'admin', publications: [OWN] };
  const { key } = (await app.admin.post<{ key: string }>('/v1/keys', made)).body;
  local = apiClient(app.url, key);
});
afterAll(() => app.close());

test('naming another publication in a filter shows none of its licences', async () => {
  const named = '/v1/licences?publication=harbour-letter';
  expect((await app.admin.get<Page<object>>(named)).body.items).toHaveLength(1);
  expect((await local.get<Page<object>>(named)).body.items).toEqual([]);
});

const shared: [what: string, method: string, path: () => string, body: object | undefined][] = [
  ['a key for an outlet', 'POST', () => `/v1/outlets/${outlet.id}/keys`, { name: 'desk' }],
  ['what is known of an outlet', 'PATCH', () => `/v1/outlets/${outlet.id}`, { tags: ['x'] }],
  ['another outlet', 'POST', () => '/v1/outlets', DECOY],
  ['the terms that all rest on', 'PUT', () => '/v1/terms/web', { media: ['print'] }],
  ['the record of the whole house', 'GET', () => '/v1/events', undefined],
  ['a new destination', 'POST', () => `/v1/outlets/${outlet.id}/destinations`, RECEIVER],
  ['where a destination is', 'PATCH', () => `/v1/destinations/${destination}`, { format: 'text' }],
  ['pausing a destination', 'POST', () => `/v1/destinations/${destination}/pause`, {}],
  ['resuming a destination', 'POST', () => `/v1/destinations/${destination}/resume`, {}],
];

test.each(shared)(
  'a key for one publication does not reach %s',
  async (_what, method, path, body) => {
    const { status, body: problem } = await local.ask(method, path(), body ? { body } : {});
    expect([status, problem]).toEqual([403, expect.objectContaining({ code: 'not-permitted' })]);
  },
);
