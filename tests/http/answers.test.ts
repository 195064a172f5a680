import { z } from 'zod';
import { DomainError } from '../../src/domain/errors.ts';
import { EDITORS } from '../../src/http/access.ts';
import { defineRoute, raw } from '../../src/http/route.ts';
import { IfMatch } from '../../src/http/schemas/if-match.ts';
import { pathId } from '../../src/http/schemas/path-id.ts';
import { startTestApi, type TestApi } from '../support/test-api.ts';

const ID = '01890a5d-ac96-774b-bcce-b302099a8057';
const Story = z.strictObject({
  headline: z.string().min(1).max(20),
  images: z
    .array(z.strictObject({ url: z.url() }))
    .max(1)
    .optional(),
});

const common = { tag: 'Test', summary: 'A route of the test', problems: [] } as const;
const put = defineRoute({
  ...common,
  method: 'put',
  path: '/v1/stories/{id}',
  access: EDITORS,
  params: z.object({ id: pathId('article-not-found') }),
  headers: z.object({ 'if-match': IfMatch }),
  body: Story,
  reply: z.object({ version: z.number() }),
  handle: ({ headers }) => ({ body: { version: headers['if-match'] + 1, hidden: 1 } as never }),
});
const post = defineRoute({
  ...common,
  method: 'post',
  path: '/v1/stories',
  access: 'public',
  unlimited: true,
  body: Story,
  reply: Story,
  handle: ({ body }) => ({ body }),
});
const FAILURES: Record<string, () => never> = {
  conflict: () => {
    throw new DomainError('external-id-exists', 'It is there.', { facts: { id: ID, version: 2 } });
  },
  early: () => {
    throw new DomainError('too-early', 'Not yet.', { retryAfterMs: 1500 });
  },
  bug: () => {
    throw new Error('the secret is swordfish');
  },
  down: () => {
    throw Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
  },
};
const fail = defineRoute({
  ...common,
  method: 'get',
  path: '/v1/failures/{name}',
  access: 'public',
  unlimited: true,
  params: z.object({ name: z.string() }),
  reply: raw('text/plain'),
  handle: ({ params }) => FAILURES[params.name]?.() ?? { body: 'fine' },
});
const crossOrigin = defineRoute({
  ...common,
  method: 'get',
  path: '/open',
  access: 'public',
  crossOrigin: true,
  reply: z.object({ ok: z.boolean() }),
  handle: () => ({ body: { ok: true } }),
});

let api: TestApi;
let editor: string;
beforeAll(async () => {
  api = await startTestApi([put, post, fail, crossOrigin]);
  editor = await api.keyFor('editor');
});
afterAll(() => api.close());

const send = (body: string | object, type = 'application/json') =>
  api.call('post', '/v1/stories').set('Content-Type', type).send(body);
const change = (tag?: string, id = ID) => {
  const call = api.call('put', `/v1/stories/${id}`, editor);
  return (tag === undefined ? call : call.set('If-Match', tag)).send({ headline: 'Dawn' });
};

test('a problem names its type, code, status, title, what to do and the request', async () => {
  const { body, type, status, headers } = await send({ headline: 7 });
  expect([status, type]).toEqual([422, 'application/problem+json']);
  expect(body).toEqual({
    type: 'https://rights.example/problems/invalid-request',
    title: expect.any(String),
    status: 422,
    detail: expect.stringContaining('#/headline'),
    code: 'invalid-request',
    requestId: headers['x-request-id'],
    errors: [
      {
        pointer: '#/headline',
        code: 'wrong-type',
        detail: 'Send a string here, not a number.',
      },
    ],
  });
});

test('a missing If-Match is 428, one that is no version 412, and a version is read', async () => {
  expect((await change()).status).toBe(428);
  for (const tag of ['3', 'W/"3"', '*', '"three"']) expect((await change(tag)).status).toBe(412);
  const { status, body } = await change('"3"');
  expect([status, body]).toEqual([200, { version: 4 }]);
});

test('an id that is none is a thing that is not there', async () => {
  const { status, body } = await change('"3"', 'not-an-id');
  expect([status, body.code]).toEqual([404, 'article-not-found']);
});

test('a conflict carries its facts', async () => {
  const { status, body } = await api.call('get', '/v1/failures/conflict');
  expect(status).toBe(409);
  expect(body).toMatchObject({ code: 'external-id-exists', id: ID, version: 2 });
});

test('too early says when, in whole seconds rounded up', async () => {
  const { status, headers } = await api.call('get', '/v1/failures/early');
  expect([status, headers['retry-after']]).toEqual([425, '2']);
});

test('a bug shows the request id and nothing else, and is logged under it', async () => {
  const { status, body, text } = await api.call('get', '/v1/failures/bug');
  expect([status, body.code]).toEqual([500, 'internal']);
  expect(text).not.toMatch(/swordfish|at /);
  expect(api.logged.join('')).toContain('swordfish');
  expect(api.logged.find((line) => line.includes('swordfish'))).toContain(body.requestId);
});

test('a database that is down is 503 and worth another try', async () => {
  const { status, headers } = await api.call('get', '/v1/failures/down');
  expect([status, headers['retry-after']]).toEqual([503, '5']);
});

test.each(['/v1/nothing', '/v1/stories/', '/V1/stories', '/v1/failures/%zz'])(
  'nothing is at %s',
  async (path) => {
    const { status, body } = await api.call('get', path);
    expect([status, body.code]).toEqual([404, 'page-not-found']);
  },
);

test('a method that an address does not take is 405 and told which it takes', async () => {
  const post = await api.call('post', '/v1/failures/x');
  expect([post.status, post.headers.allow]).toEqual([405, 'GET, HEAD']);
  expect((await api.call('get', '/v1/stories')).headers.allow).toBe('POST');
});

test('an incoming request id is not trusted', async () => {
  const { headers } = await api.call('get', '/v1/failures/fine').set('X-Request-Id', 'mine');
  expect(headers['x-request-id']).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/);
});

test('neither key nor address of a request is logged, but its route, status and time', async () => {
  await api.call('put', `/v1/stories/${ID}?token=hush`, editor).send({});
  const log = api.logged.join('');
  expect(log).toContain('"method":"PUT","route":"/v1/stories/{id}","status":428,"ms":');
  expect(log).not.toContain('hush');
  expect(log).not.toContain(editor);
});

test('answers under /v1 are not stored, and every answer carries the security headers', async () => {
  const { headers } = await api.call('get', '/v1/failures/fine');
  expect(headers['cache-control']).toBe('no-store');
  expect(headers['content-security-policy']).toContain("default-src 'none'");
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(headers).not.toHaveProperty('x-powered-by');
});

test('scripts of other origins read the routes that are open to them and no others', async () => {
  const open = await api.call('get', '/open').set('Origin', 'https://reader.example');
  expect(open.headers['access-control-allow-origin']).toBe('*');
  const closed = await api.call('get', '/v1/failures/fine').set('Origin', 'https://reader.example');
  expect(closed.headers).not.toHaveProperty('access-control-allow-origin');
});
