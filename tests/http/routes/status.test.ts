import { getListFromStatusListJWT } from '@sd-jwt/jwt-status-list';
import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose';
import { signDueLists } from '../../../src/services/status/sign-due-lists.ts';
import { apiClient } from '../../support/api-client.ts';
import { query } from '../../support/query.ts';
import { addOutlet, askForLicence, publish } from '../../support/seed.ts';
import { type ServedApp, serveApp } from '../../support/served-app.ts';

const HOUR_MS = 3_600_000;

let app: ServedApp;
let path: string;
let idx: number;
let id: string;
beforeAll(async () => {
  app = await serveApp();
  const outlet = await addOutlet(app.admin, app.url);
  const licence = await askForLicence(outlet.api, await publish(app.admin));
  const { status } = decodeJwt<{ status: { status_list: { idx: number; uri: string } } }>(
    licence.token,
  );
  id = licence.id;
  idx = status.status_list.idx;
  path = new URL(status.status_list.uri).pathname;
});
afterAll(() => app.close());

const anyone = () => apiClient(app.url);
const signAt = (now: number) => signDueLists({ ...app.ctx, now: () => now });
const setState = (state: string) =>
  query(app.databaseUrl, `update licence set state = '${state}' where id = '${id}'`);

test('a list is a signed token that anyone may read, cache and compare', async () => {
  const { headers, text } = await anyone().get(path);
  expect(headers.get('content-type')).toBe('application/statuslist+jwt');
  expect(headers.get('cache-control')).toBe('public, max-age=300');
  expect(headers.get('access-control-allow-origin')).toBe('*');
  expect(headers.get('vary')).toContain('Accept');
  const jwks = createRemoteJWKSet(new URL('/.well-known/jwks.json', app.url));
  const { payload } = await jwtVerify(text, jwks, { typ: 'statuslist+jwt' });
  expect(payload).toMatchObject({ sub: `https://rights.example${path}`, ttl: 300 });
  expect(Number(payload.exp) - Number(payload.iat)).toBe(86_400);
});

test('what has not changed is not sent again', async () => {
  const first = await anyone().get(path);
  const headers = { 'if-none-match': first.headers.get('etag') ?? '' };
  const again = await anyone().ask('GET', path, { headers });
  expect([again.status, again.text, again.headers.get('etag')]).toEqual([
    304,
    '',
    first.headers.get('etag'),
  ]);
  expect((await anyone().get(path, { headers: { 'if-none-match': '"other"' } })).text).toBe(
    first.text,
  );
});

test.each([
  ['application/statuslist+jwt', 200],
  ['application/statuslist+cwt, application/statuslist+jwt;q=0.5', 200],
  ['*/*', 200],
  ['application/statuslist+cwt', 406],
])('asked for as %s, the answer is %i', async (accept, status) => {
  const reply = await anyone().ask<{ code?: string }>('GET', path, { headers: { accept } });
  expect([reply.status, reply.body.code]).toEqual([
    status,
    status === 406 ? 'not-acceptable' : undefined,
  ]);
});

test.each([
  '/status/AAAAAAAAAAAAAAAA',
  '/status/x',
  '/status/..%2Fv1',
  "/status/'or'1'='1",
  '/status/%00',
])('nothing is at %s', async (address) => {
  const { status, body } = await anyone().ask<{ code: string }>('GET', address);
  expect([status, body.code]).toEqual([404, 'status-list-not-found']);
});

describe('a list at a time', () => {
  const start = Date.now() + HOUR_MS;
  const at = (afterMs: number) => Math.floor((start + afterMs) / 1000);
  const ask = (time: number | string) =>
    anyone().ask<{ code?: string }>('GET', `${path}?time=${time}`);
  const statusAt = async (time: number) =>
    getListFromStatusListJWT((await ask(time)).text).getStatus(idx);
  let realNow: typeof app.ctx.now;
  beforeAll(async () => {
    await setState('suspended');
    await signAt(start);
    await setState('active');
    await signAt(start + 10_000);
    await setState('revoked');
    await signAt(start + 20_000);
    realNow = app.ctx.now;
    app.ctx.now = () => start + 40 * HOUR_MS;
  });
  afterAll(() => {
    app.ctx.now = realNow;
  });

  test('is what was signed then', async () => {
    const times = [0, 9_000, 10_000, 19_000, 20_000, 23 * HOUR_MS];
    expect(await Promise.all(times.map((after) => statusAt(at(after))))).toEqual([
      2, 2, 0, 0, 1, 1,
    ]);
  });

  test('is a token that could be shown at that time', async () => {
    const { iat, exp } = decodeJwt((await ask(at(15_000))).text);
    expect(iat).toBeLessThanOrEqual(at(15_000));
    expect(exp).toBeGreaterThan(at(15_000));
  });

  test.each([
    ['before it was first signed', () => Math.floor(Date.now() / 1000) - 86_400],
    ['when the last signature had lapsed', () => at(30 * HOUR_MS)],
    ['ahead of now', () => at(50 * HOUR_MS)],
  ])('is not known %s', async (_when, time) => {
    const { status, body } = await ask(time());
    expect([status, body.code]).toEqual([404, 'status-not-recorded']);
  });

  test.each(['', 'now', '-1', '1.5', '1e9', '999999999999'])('%p is no time', async (time) => {
    const { status, body } = await ask(time);
    expect([status, body.code]).toEqual([422, 'invalid-request']);
  });
});
