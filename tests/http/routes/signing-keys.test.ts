import { signingKeyRoutes } from '../../../src/http/routes/signing-keys.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';

const HOUR_MS = 3_600_000;
let api: TestApi;
let admin: string;
beforeAll(async () => {
  api = await startTestApi(signingKeyRoutes);
  admin = await api.keyFor('admin');
});
afterAll(() => api.close());
afterEach(async () => {
  // Whatever waits for its turn makes room for the next test's.
  const keys: Key[] = await list();
  for (const { kid, state } of keys) if (state === 'pending') await compromise(kid);
});

interface Key {
  kid: string;
  purpose: string;
  state: string;
}

const list = async (key = admin) => (await api.call('get', '/v1/signing-keys', key)).body.items;
const rotate = (body: object, key = admin) =>
  api.call('post', '/v1/signing-keys/rotate', key).send(body);
const compromise = (kid: string, body: object = { reason: 'A laptop was stolen.' }, key = admin) =>
  api.call('post', `/v1/signing-keys/${kid}/compromise`, key).send(body);

test('a rotation shows the new key at once, and the list shows both', async () => {
  const now = Date.now();
  const made = await rotate({});
  expect(made.status).toBe(201);
  expect(made.body).toEqual({
    kid: expect.stringMatching(/^[\w-]{43}$/),
    purpose: 'licence',
    state: 'pending',
    jwk: expect.objectContaining({ kid: made.body.kid, alg: 'ES256' }),
    publishedAt: expect.any(String),
    activatesAt: expect.any(String),
  });
  expect(Date.parse(made.body.activatesAt) - now).toBeGreaterThanOrEqual(24 * HOUR_MS);
  expect(Date.parse(made.body.activatesAt) - now).toBeLessThan(24.1 * HOUR_MS);
  const keys = await list();
  expect(keys[0]).toEqual(made.body);
  const states = keys.map(({ purpose, state }: Key) => `${purpose} ${state}`);
  expect(states.sort()).toEqual(['licence active', 'licence pending', 'log active']);
});

test('when it takes over is an instant or so many hours ahead', async () => {
  const activateAt = new Date(Date.now() + 72 * HOUR_MS).toISOString();
  expect((await rotate({ activateAt })).body.activatesAt).toBe(activateAt);
  const log = (await rotate({ purpose: 'log', afterHours: 0.5 })).body;
  expect(log).toMatchObject({ purpose: 'log', jwk: { crv: 'Ed25519' } });
  expect(Date.parse(log.activatesAt) - Date.now()).toBeLessThan(0.5 * HOUR_MS);
});

test.each([
  ['both ways of saying when', { activateAt: '2099-01-01T00:00:00Z', afterHours: 5 }, 'afterHours'],
  ['an hour that readers have not heard by', { afterHours: 0.1 }, 'afterHours'],
  ['an instant that has been', { activateAt: '2020-01-01T00:00:00Z' }, 'activateAt'],
  ['a purpose that no key has', { purpose: 'delivery' }, 'purpose'],
])('%s is refused', async (_what, body, field) => {
  const refused = await rotate(body);
  expect([refused.status, refused.body.code]).toEqual([422, 'invalid-request']);
  expect(refused.body.errors[0].pointer).toBe(`#/${field}`);
});

test('a second rotation names the key that waits', async () => {
  const { kid } = (await rotate({})).body;
  const refused = await rotate({});
  expect([refused.status, refused.body.code]).toEqual([409, 'signing-key-pending']);
  expect(refused.body.kid).toBe(kid);
});

test('a compromise needs a reason, and answers with what became of the key', async () => {
  const { kid } = api.ctx.keys.active;
  expect((await compromise(kid, {})).status).toBe(422);
  const answer = await compromise(kid);
  expect(answer.status).toBe(200);
  expect(answer.body).toMatchObject({ kid, state: 'compromised', reason: 'A laptop was stolen.' });
  expect((await compromise('nobody')).body.code).toBe('signing-key-not-found');
});

test('no answer holds a private part', async () => {
  const made = await rotate({});
  const shown = JSON.stringify([made.body, await list()]);
  expect(shown).not.toMatch(/private|"d":|v1\./);
});

test('auditors look, editors and outlets do not, and nobody but admins of the whole house acts', async () => {
  const { kid } = api.ctx.keys.active;
  const auditor = await api.keyFor('auditor');
  expect(await list(auditor)).toEqual(await list());
  for (const role of ['editor', 'outlet'] as const) {
    const key = await api.keyFor(role);
    expect((await api.call('get', '/v1/signing-keys', key)).status).toBe(403);
  }
  const limited = await api.keyFor('admin', ['harbour-letter']);
  for (const key of [auditor, limited]) {
    expect((await rotate({}, key)).status).toBe(403);
    expect((await compromise(kid, undefined, key)).status).toBe(403);
  }
});
