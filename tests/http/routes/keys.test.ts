import { outletKeyRoutes } from '../../../src/http/routes/outlet-keys.ts';
import { staffKeyRoutes } from '../../../src/http/routes/staff-keys.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';

const NOBODY = '01890a5d-ac96-774b-bcce-b302099a8057';
let api: TestApi;
let admin: string;
beforeAll(async () => {
  api = await startTestApi([...staffKeyRoutes, ...outletKeyRoutes]);
  admin = await api.keyFor('admin');
});
afterAll(() => api.close());

const post = (path: string, body: object, key = admin) => api.call('post', path, key).send(body);
const eventsOf = (id: string) =>
  api.ctx.db
    .selectFrom('audit_event')
    .innerJoin('audit_payload', 'audit_payload.event', 'audit_event.id')
    .select(['type', 'request_id', 'payload'])
    .where('subject_id', '=', id)
    .orderBy('id')
    .execute();

test('a staff key is shown once, works, and is listed by its beginning', async () => {
  const made = await post('/v1/keys', {
    name: 'Night desk',
    role: 'editor',
    publications: ['harbour-gazette'],
    expiresAt: '2099-01-01T01:00:00+01:00',
  });
  expect(made.status).toBe(201);
  const { key, ...facts } = made.body;
  expect(facts).toEqual({
    id: expect.any(String),
    name: 'Night desk',
    prefix: `${key.slice(0, 8)}…`,
    role: 'editor',
    publications: ['harbour-gazette'],
    createdAt: expect.stringMatching(/Z$/),
    expiresAt: '2099-01-01T00:00:00.000Z',
  });
  const { body: list } = await api.call('get', '/v1/keys', admin);
  expect(list.items[0]).toEqual(facts);
  expect((await api.call('get', '/v1/keys', key)).status).toBe(403);
});

test('an outlet key is its outlet’s, and no other list or address knows it', async () => {
  const [outlet, other] = [await api.outlet(), await api.outlet()];
  const { body } = await post(`/v1/outlets/${outlet}/keys`, { name: 'Editorial system' });
  expect(body).toMatchObject({ role: 'outlet', outlet });
  const ids = async (path: string) => {
    const { body } = await api.call('get', path, admin);
    return body.items.map((item: { id: string }) => item.id);
  };
  expect(await ids(`/v1/outlets/${outlet}/keys`)).toEqual([body.id]);
  expect(await ids(`/v1/outlets/${other}/keys`)).toEqual([]);
  expect(await ids('/v1/keys')).not.toContain(body.id);
  for (const path of [`/v1/keys/${body.id}`, `/v1/outlets/${other}/keys/${body.id}`]) {
    const refused = await api.call('delete', path, admin);
    expect([refused.status, refused.body.code]).toEqual([404, 'key-not-found']);
  }
  await api.call('delete', `/v1/outlets/${outlet}/keys/${body.id}`, admin).expect(200);
  expect((await api.call('get', '/v1/keys', body.key)).body.code).toBe('key-unknown');
});

test('making and ending a key are in the record, the key and its hash are not', async () => {
  const { body, headers } = await post('/v1/keys', { name: 'Auditor', role: 'auditor' });
  await api.call('delete', `/v1/keys/${body.id}`, admin).expect(200);
  const again = await api.call('delete', `/v1/keys/${body.id}`, admin);
  expect(again.body.revokedAt).toBeDefined();
  const events = await eventsOf(body.id);
  expect(events.map((event) => event.type)).toEqual(['key.created', 'key.revoked']);
  expect(events[0]?.request_id).toBe(headers['x-request-id']);
  const text = JSON.stringify(events);
  expect(text).not.toContain(body.key);
  for (const form of ['hex', 'base64', 'base64url'] as const) {
    expect(text).not.toContain(api.ctx.hashKey(body.key).toString(form));
  }
});

test('a replayed creation masks the key', async () => {
  const make = () => post('/v1/keys', { name: 'k', role: 'admin' }).set('Idempotency-Key', 'one');
  const [first, second] = [await make(), await make()];
  expect(second.body).toEqual({ ...first.body, key: '••••' });
});

test.each([
  ['an outlet’s role', { name: 'k', role: 'outlet' }, '#/role', 'not-an-option'],
  ['no name', { role: 'admin' }, '#/name', 'missing'],
  [
    'a past end',
    { name: 'k', role: 'admin', expiresAt: '2001-01-01T00:00:00Z' },
    '#/expiresAt',
    'in-the-past',
  ],
  ['no publications', { name: 'k', role: 'editor', publications: [] }, '#/publications', 'too-few'],
])('%s is refused and nothing is stored', async (_what, body, pointer, code) => {
  const before = (await api.call('get', '/v1/keys', admin)).body;
  const answer = await post('/v1/keys', body);
  expect(answer.status).toBe(422);
  expect(answer.body.errors).toEqual([expect.objectContaining({ pointer, code })]);
  expect((await api.call('get', '/v1/keys', admin)).body).toEqual(before);
});

test('a key for nobody is 404', async () => {
  const { status, body } = await post(`/v1/outlets/${NOBODY}/keys`, { name: 'k' });
  expect([status, body.code]).toEqual([404, 'outlet-not-found']);
});

test('an admin of some publications makes and ends keys for these alone', async () => {
  const local = await api.keyFor('admin', ['a', 'b']);
  const make = (publications?: string[]) =>
    post('/v1/keys', { name: 'k', role: 'editor', publications }, local);
  expect((await make(['b'])).status).toBe(201);
  expect((await make(['b', 'c'])).status).toBe(403);
  expect((await make()).status).toBe(403);
  const { body } = await post('/v1/keys', { name: 'k', role: 'auditor' });
  expect((await api.call('delete', `/v1/keys/${body.id}`, local)).status).toBe(403);
});

test('a list is paged by a cursor and a link until it ends', async () => {
  const outlet = await api.outlet();
  const path = `/v1/outlets/${outlet}/keys`;
  for (const name of ['1', '2', '3']) await post(path, { name });
  const first = await api.call('get', `${path}?limit=2`, admin);
  expect(first.body.items.map((item: { name: string }) => item.name)).toEqual(['3', '2']);
  const next = `https://rights.example${path}?limit=2&cursor=${first.body.next}`;
  expect(first.headers.link).toBe(`<${next}>; rel="next"`);
  const second = await api.call('get', next.slice('https://rights.example'.length), admin);
  expect(second.body.items.map((item: { name: string }) => item.name)).toEqual(['1']);
  expect(second.body).not.toHaveProperty('next');
  expect(second.headers).not.toHaveProperty('link');
});

test.each([
  'limit=0',
  'limit=201',
  'limit=ten',
  'cursor=bm90LWFuLWlk',
  'limt=3',
  'limit=1&limit=2',
])('a list refuses ?%s', async (query) => {
  const { status, body } = await api.call('get', `/v1/keys?${query}`, admin);
  expect([status, body.code]).toEqual([422, 'invalid-request']);
});
