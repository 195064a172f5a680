import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { transact } from '../../src/db/database.ts';
import * as events from '../../src/db/events.ts';
import { DomainError } from '../../src/domain/errors.ts';
import { EDITORS } from '../../src/http/access.ts';
import { defineRoute } from '../../src/http/route.ts';
import { forgetOldReplies } from '../../src/services/remember-reply.ts';
import { startTestApi, type TestApi } from '../support/test-api.ts';

const DAY = 86_400_000;
let offsetMs = 0;
let prepared = 0;

const note = defineRoute({
  method: 'post',
  path: '/v1/notes',
  tag: 'Test',
  summary: 'Writes a line into the record, and shows a secret once',
  access: EDITORS,
  body: z.strictObject({ text: z.string().optional(), slow: z.boolean().optional() }),
  reply: z.object({ id: z.string(), settings: z.object({ secret: z.string() }) }),
  secrets: ['settings.secret'],
  problems: [],
  async prepare() {
    prepared += 1;
  },
  async handle({ ctx, body }) {
    const id = ctx.newId();
    await transact(ctx.db, (tx) =>
      events.record(tx, ctx, { type: 'note.written', subject: { kind: 'note', id } }),
    );
    if (body.slow) await wait(300);
    if (body.text === 'refuse') throw new DomainError('article-killed', 'No.');
    return { body: { id, settings: { secret: 'swordfish' } }, headers: { ETag: '"1"' } };
  },
});

let api: TestApi;
let key: string;
beforeAll(async () => {
  api = await startTestApi([note], { now: () => Date.now() + offsetMs });
  key = await api.keyFor('editor');
});
afterAll(() => api.close());

let name = '';
let count = 0;
beforeEach(() => {
  count += 1;
  name = `key ${count}`;
  offsetMs = 0;
  prepared = 0;
});

const write = (body: object, as = name, who = key) =>
  api.call('post', '/v1/notes', who).set('Idempotency-Key', as).send(body);
const written = async () => {
  const rows = await api.ctx.db
    .selectFrom('audit_event')
    .select('subject_id')
    .where('type', '=', 'note.written')
    .execute();
  return rows.map((row) => row.subject_id);
};

test('the same request again gets the same answer, and happens once', async () => {
  const first = await write({ text: 'a' });
  const second = await write({ text: 'a' });
  expect([first.status, second.status]).toEqual([201, 201]);
  expect(first.headers).not.toHaveProperty('idempotency-replayed');
  expect(second.headers).toMatchObject({ 'idempotency-replayed': 'true', etag: '"1"' });
  expect(second.body.id).toBe(first.body.id);
  expect((await written()).filter((id) => id === first.body.id)).toHaveLength(1);
  expect(prepared).toBe(1);
});

test('a secret is shown once, masked in the replay, and never stored', async () => {
  expect((await write({})).body.settings.secret).toBe('swordfish');
  expect((await write({})).body.settings.secret).toBe('••••');
  const rows = await api.ctx.db.selectFrom('idempotency').selectAll().execute();
  expect(JSON.stringify(rows)).not.toContain('swordfish');
});

test('two at once have one effect', async () => {
  const before = (await written()).length;
  const answers = await Promise.all([write({ slow: true }), write({ slow: true })]);
  expect(answers.map(({ status }) => status)).toEqual([201, 201]);
  expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
  expect((await written()).length).toBe(before + 1);
});

test('another body under the same key is a conflict', async () => {
  await write({ text: 'a' });
  const { status, body } = await write({ text: 'b' });
  expect([status, body.code]).toEqual([409, 'idempotency-conflict']);
});

test('a key means nothing to another owner', async () => {
  const first = await write({ text: 'a' });
  const other = await write({ text: 'b' }, name, await api.keyFor('editor'));
  expect(other.status).toBe(201);
  expect(other.body.id).not.toBe(first.body.id);
});

test('a refused request leaves nothing behind, neither change nor memory', async () => {
  const before = await written();
  expect((await write({ text: 'refuse' })).status).toBe(409);
  expect(await written()).toEqual(before);
  expect((await write({ text: 'better' })).status).toBe(201);
});

test('after 24 hours a key is new, and what it stood for is removed', async () => {
  const first = await write({});
  offsetMs = DAY;
  expect((await write({})).body.id).not.toBe(first.body.id);
  offsetMs = 2 * DAY;
  await forgetOldReplies(api.ctx);
  expect(await api.ctx.db.selectFrom('idempotency').selectAll().execute()).toEqual([]);
});

test('a key that is never let go is answered 409 with Retry-After', async () => {
  await api.ctx.db.transaction().execute(async (tx) => {
    await tx
      .insertInto('idempotency')
      .values({
        owner: await ownerOf(),
        method: 'POST',
        path: '/v1/notes',
        key: name,
        body_hash: 'x',
        created_at: new Date(),
      })
      .execute();
    const { status, body, headers } = await write({});
    expect([status, body.code]).toEqual([409, 'idempotency-in-progress']);
    expect(headers['retry-after']).toBe('5');
  });
});

test.each([['x'.repeat(256)], ['caf\u00e9']])('a key such as %s is refused', async (bad) => {
  const { status, body } = await write({}, Buffer.from(bad, 'utf8').toString('latin1'));
  expect(status).toBe(422);
  expect(body.errors[0].pointer).toBe('#/Idempotency-Key');
});

test('an empty body counts as an empty object', async () => {
  const { status } = await api.call('post', '/v1/notes', key);
  expect(status).toBe(201);
});

async function ownerOf(): Promise<string> {
  const { id } = await api.ctx.db
    .selectFrom('api_key')
    .select('id')
    .where('hash', '=', api.ctx.hashKey(key))
    .executeTakeFirstOrThrow();
  return id;
}
