import type { ApiClient } from '../../support/api-client.ts';
import { addOutlet, correct, type Page, publish, STORY } from '../../support/seed.ts';
import { type ServedApp, serveApp } from '../../support/served-app.ts';

interface Difference {
  from: number | null;
  to: number;
  correctionNote: string | null;
  fields: { field: string }[];
  body: { change: string; parts: { change: string; text: string }[] }[];
}

let app: ServedApp;
let article: string;
beforeAll(async () => {
  app = await serveApp();
  article = await publish(app.admin);
  const correctionNote = 'An earlier version counted the boats wrongly.';
  await correct(app.admin, article, 1, {
    body: { html: STORY.body.html.replace('Two', 'Three') },
    correctionNote,
  });
  await correct(app.admin, article, 2, { headline: 'The pilot boats go electric' });
});
afterAll(() => app.close());

const diff = (path: string, api: ApiClient = app.admin) =>
  api.ask<Difference & { code: string; errors: object[] }>(
    'GET',
    `/v1/articles/${article}/versions/${path}`,
  );

test('an editor reads what a correction changed, with its note', async () => {
  const { status, body } = await diff('2/diff');
  expect(status).toBe(200);
  expect(body).toMatchObject({
    article,
    from: 1,
    to: 2,
    correctionNote: 'An earlier version counted the boats wrongly.',
    fields: [],
    subjects: { in: [], out: [] },
    body: [
      { change: 'same' },
      {
        change: 'changed',
        parts: [
          { change: 'out', text: 'Two' },
          { change: 'in', text: 'Three' },
          { change: 'same', text: ' more follow.' },
        ],
      },
    ],
  });
});

test('any earlier version can be compared with, and the first with nothing', async () => {
  const { body } = await diff('3/diff?from=1');
  expect([body.from, body.fields.map(({ field }) => field)]).toEqual([1, ['headline']]);
  expect(body.body.map(({ change }) => change)).toEqual(['same', 'same']);
  const first = (await diff('1/diff')).body;
  expect([first.from, first.body.map(({ change }) => change)]).toEqual([null, ['in', 'in']]);
});

test.each(['4/diff', '0/diff', '99999999999/diff', 'latest/diff'])(
  'there is no version at %s',
  async (path) => {
    const { status, body } = await diff(path);
    expect([status, body.code]).toEqual([404, 'version-not-found']);
  },
);

test.each(['2/diff?from=2', '2/diff?from=3', '1/diff?from=1', '2/diff?from=0', '2/diff?from=x'])(
  '%s compares with no earlier version',
  async (path) => {
    const { status, body } = await diff(path);
    expect([status, body.errors]).toEqual([422, [expect.objectContaining({ pointer: '#/from' })]]);
  },
);

test('an outlet may not, since a body never leaves without its footer', async () => {
  const outlet = await addOutlet(app.admin, app.url);
  const { status, text } = await diff('2/diff', outlet.api);
  expect(status).toBe(403);
  expect(text).not.toContain('follow');
  const { body } = await outlet.api.get<Page<object>>(`/v1/articles/${article}/versions`);
  expect(body.items.map((item) => Object.hasOwn(item, 'body'))).toEqual([false, false, false]);
});

test('versions come in pages, newest first', async () => {
  const path = `/v1/articles/${article}/versions`;
  const first = await app.admin.get<Page<{ version: number }>>(`${path}?limit=2`);
  expect(first.body.items.map(({ version }) => version)).toEqual([3, 2]);
  const link = first.headers.get('link') ?? '';
  const [, next = ''] = /^<([^>]+)>; rel="next"$/.exec(link) ?? [];
  const second = await app.admin.get<Page<{ version: number }>>(
    new URL(next).pathname + new URL(next).search,
  );
  expect(second.body).toEqual({ items: [expect.objectContaining({ version: 1 })] });
  expect(second.headers.get('link')).toBeNull();
  const foreign = Buffer.from(article).toString('base64url');
  expect((await app.admin.ask('GET', `${path}?cursor=${foreign}`)).status).toBe(422);
});
