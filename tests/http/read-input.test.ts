import { z } from 'zod';
import { defineRoute } from '../../src/http/route.ts';
import { startTestApi, type TestApi } from '../support/test-api.ts';

const Story = z.strictObject({
  headline: z.string().min(1).max(20),
  images: z
    .array(z.strictObject({ url: z.url() }))
    .max(1)
    .optional(),
});

const post = defineRoute({
  method: 'post',
  path: '/v1/stories',
  tag: 'Test',
  summary: 'Answers what it got',
  access: 'public',
  unlimited: true,
  body: Story,
  bodyLimitBytes: 1000,
  reply: Story,
  problems: [],
  handle: ({ body }) => ({ body }),
});

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi([post]);
});
afterAll(() => api.close());

const send = (body: string | object, type = 'application/json') =>
  api.call('post', '/v1/stories').set('Content-Type', type).send(body);

test.each([
  ['broken JSON', '{"headline": "Dawn"', 400, 'body-malformed'],
  ['nothing at all', '', 400, 'body-malformed'],
  ['more than the limit', JSON.stringify({ headline: 'x'.repeat(1000) }), 413, 'body-too-large'],
])('%s is refused', async (_what, body, status, code) => {
  const answer = await send(body);
  expect(answer.status).toBe(status);
  expect(answer.body).toMatchObject({ status, code });
});

test('bytes that are not UTF-8 are refused', async () => {
  const bytes = Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]);
  const answer = await api
    .call('post', '/v1/stories')
    .set('Content-Type', 'application/json')
    .serialize((body) => body)
    .send(bytes);
  expect(answer.body).toMatchObject({ status: 400, code: 'body-malformed' });
});

test.each(['text/plain', 'application/json; charset=latin1', 'application/xml'])(
  'a body of %s is not taken',
  async (type) => {
    const { status, body } = await send('{"headline":"Dawn"}', type);
    expect([status, body.code]).toEqual([415, 'media-type-unsupported']);
  },
);

test('a compressed body is not taken', async () => {
  const { status, body } = await send('{}').set('Content-Encoding', 'gzip');
  expect([status, body.code]).toEqual([415, 'media-type-unsupported']);
});

test('half a character and NUL are pointed out, wherever they are', async () => {
  const body = String.raw`{"headline":"\ud83d","images":[{"url":"a\u0000"}],"a\u0000/b":1}`;
  const { status, body: problem } = await send(body);
  expect(status).toBe(422);
  expect(problem.errors.map((error: { pointer: string }) => error.pointer).sort()).toEqual([
    '#/a%00~1b',
    '#/headline',
    '#/images/0/url',
  ]);
});

test('a whole character written as two escapes is text', async () => {
  expect((await send(String.raw`{"headline":"\ud83d\ude00"}`)).body).toEqual({ headline: '😀' });
});

test('JSON that is nested without end is refused and not fallen over', async () => {
  const { status, body } = await send(`{"\\u0000":${'['.repeat(400)}${']'.repeat(400)}}`);
  expect([status, body.code]).toEqual([422, 'invalid-request']);
});

test('every unknown field is named on its own, with the known one it resembles', async () => {
  const { body } = await send({
    headlien: 'Dawn',
    zzz: 1,
    images: [{ urls: 'https://a.example' }],
  });
  expect(body.errors).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ pointer: '#/headline', code: 'missing' }),
      {
        pointer: '#/headlien',
        code: 'unknown-field',
        detail: '"headlien" is not a field here. Did you mean "headline"?',
      },
      {
        pointer: '#/zzz',
        code: 'unknown-field',
        detail: '"zzz" is not a field here. Leave it out.',
      },
      expect.objectContaining({ pointer: '#/images/0/urls', code: 'unknown-field' }),
    ]),
  );
});
