import { z } from 'zod';
import { EVERYONE } from '../../src/http/access.ts';
import { defineRoute, type Route } from '../../src/http/route.ts';
import { routes } from '../../src/http/routes/index.ts';
import { makeKey } from '../../src/security/api-keys.ts';
import { createKey } from '../../src/services/keys/create-key.ts';
import { startTestApi, type TestApi } from '../support/test-api.ts';

const HOUR = 3_600_000;
let offsetMs = 0;
let api: TestApi;
beforeAll(async () => {
  api = await startTestApi(routes, { now: () => Date.now() + offsetMs });
});
afterEach(() => {
  offsetMs = 0;
});
afterAll(() => api.close());

const closed = routes.filter((route) => route.access !== 'public');
const named = (list: readonly Route[]) =>
  list.map((route) => [`${route.method} ${route.path}`, route] as const);
const addressOf = ({ path }: Route) =>
  path.replaceAll(/{\w+}/g, '01890a5d-ac96-774b-bcce-b302099a8057');

test.each(named(closed))('%s asks for a key', async (_name, route) => {
  const { status, body, headers } = await api.call(route.method, addressOf(route));
  expect([status, body.code]).toEqual([401, 'key-required']);
  expect(headers['www-authenticate']).toBe('Bearer realm="imprimatur"');
});

describe.each(EVERYONE)('a key of the role %s', (role) => {
  let key: string;
  beforeAll(async () => {
    key = await api.keyFor(role);
  });
  const refused = closed.filter((route) => !route.access.includes(role as never));
  const admitted = closed.filter((route) => route.access.includes(role as never));

  if (refused.length > 0) {
    test.each(named(refused))('is refused at %s', async (_name, route) => {
      const { status, body } = await api.call(route.method, addressOf(route), key);
      expect([status, body.code]).toEqual([403, 'not-permitted']);
    });
  }
  if (admitted.length > 0) {
    test.each(named(admitted))('passes the door of %s', async (_name, route) => {
      const { body } = await api.call(route.method, addressOf(route), key);
      expect(['key-required', 'key-unknown', 'not-permitted']).not.toContain(body.code);
    });
  }
});

/** Asks what would be decided, and writes nothing: only its question is too long for a query. */
const QUESTIONS = ['/v1/explain'];

test('an auditor may only look', () => {
  const open = closed.filter((route) => route.access.includes('auditor' as never));
  const writing = open.filter((route) => route.method !== 'get');
  expect(writing.map((route) => route.path)).toEqual(QUESTIONS);
});

test('an unknown, a mistyped, a revoked and an expired key are all 401, each for its reason', async () => {
  const make = (expiresAt: number | null) =>
    createKey(api.ctx, {
      name: 'k',
      role: 'admin',
      outlet: null,
      publications: null,
      expiresAt,
    });
  const admin = await make(null);
  const expiring = await make(Date.now() + HOUR);
  const ask = async (key: string) => {
    const { status, body, headers } = await api.call('get', '/v1/keys', key);
    return [status, body.code, headers['www-authenticate']];
  };
  const INVALID = 'Bearer realm="imprimatur", error="invalid_token"';

  expect(await ask(makeKey(api.ctx.random))).toEqual([401, 'key-unknown', INVALID]);
  expect(await ask(`${admin.key.slice(0, -1)}!`)).toEqual([401, 'key-unknown', INVALID]);
  expect((await ask(expiring.key))[0]).toBe(200);
  offsetMs = HOUR;
  expect(await ask(expiring.key)).toEqual([401, 'key-expired', INVALID]);
  await api.call('delete', `/v1/keys/${admin.id}`, admin.key).expect(200);
  expect(await ask(admin.key)).toEqual([401, 'key-unknown', INVALID]);
});

test('another scheme than Bearer is no key', async () => {
  const { body } = await api.call('get', '/v1/keys').set('Authorization', 'Basic YTpi');
  expect(body.code).toBe('key-required');
});

describe('limits', () => {
  const whoami = defineRoute({
    method: 'get',
    path: '/v1/me',
    tag: 'Test',
    summary: 'Who is asking',
    access: EVERYONE,
    reply: z.object({ id: z.string() }),
    problems: [],
    handle: ({ ctx }) => ({ body: { id: ctx.caller.id } }),
  });
  const open = { ...whoami, path: '/open', access: 'public' } as const;
  const health = { ...open, path: '/alive', unlimited: true } as const;
  let limited: TestApi;
  beforeAll(async () => {
    limited = await startTestApi([whoami, open, health], {
      env: { RATE_LIMIT_PER_KEY: '3', TRUST_PROXY: '1' },
    });
  });
  afterAll(() => limited.close());

  const from = (address: string, path: string, key?: string) =>
    limited.call('get', path, key).set('X-Forwarded-For', address);
  const many = async (times: number, ask: (time: number) => PromiseLike<{ status: number }>) => {
    const statuses: number[] = [];
    for (let time = 0; time < times; time++) statuses.push((await ask(time)).status);
    return statuses;
  };

  test('a key has its own limit', async () => {
    const one = await limited.keyFor('editor');
    const other = await limited.keyFor('editor');
    expect(await many(4, () => from('198.51.100.1', '/v1/me', one))).toEqual([200, 200, 200, 429]);
    const { status, body, headers } = await from('198.51.100.1', '/v1/me', one);
    expect([status, body.code]).toEqual([429, 'rate-limited']);
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    expect((await from('198.51.100.1', '/v1/me', other)).status).toBe(200);
  });

  test('an address may ask public routes 600 times a minute, and after health for ever', async () => {
    const statuses = await many(601, () => from('198.51.100.2', '/open'));
    expect(new Set(statuses.slice(0, 600))).toEqual(new Set([200]));
    expect(statuses[600]).toBe(429);
    expect((await from('198.51.100.3', '/open')).status).toBe(200);
    expect((await from('198.51.100.2', '/alive')).status).toBe(200);
  });

  test('600 failed sign-ins from one /64 close it to every key, for a while', async () => {
    const key = await limited.keyFor('editor');
    const guess = (time: number) => from(`2001:db8::${time.toString(16)}`, '/v1/me', 'guess');
    expect(new Set(await many(600, guess))).toEqual(new Set([401]));
    expect((await from('2001:db8::ffff', '/v1/me', key)).status).toBe(429);
    expect((await from('2001:db8:0:1::1', '/v1/me', key)).status).toBe(200);
  });
});
