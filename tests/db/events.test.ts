import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { record, recordAll } from '../../src/db/events.ts';
import { type TestService, testService } from '../support/context.ts';

let service: TestService;
beforeAll(async () => {
  service = await testService();
});
afterAll(() => service.close());

const subject = (id: string) => ({ kind: 'note', id });

async function lines(id: string) {
  return service.db
    .selectFrom('audit_event')
    .innerJoin('audit_payload', 'audit_payload.event', 'audit_event.id')
    .innerJoin('audit_pending', 'audit_pending.event', 'audit_event.id')
    .selectAll('audit_event')
    .select(['salt', 'payload'])
    .where('subject_id', '=', id)
    .orderBy('audit_event.id')
    .execute();
}

test('an event is one text, whose hash with its salt stands beside what can be searched', async () => {
  const { ctx } = service;
  const text = 'A quote ", a bell \u0007, \u00e9 and \ud83d\ude00';
  await record(ctx.db, ctx, { type: 'note.written', subject: subject('one'), after: { text } });
  const [line] = await lines('one');
  const { salt = Buffer.of(), payload = '', commitment } = line ?? {};
  expect(JSON.parse(payload)).toEqual({
    id: line?.id,
    at: new Date(Number(line?.at)).toISOString(),
    type: 'note.written',
    actor: { kind: 'system', id: 'service' },
    subject: subject('one'),
    after: { text },
    requestId: 'system:service',
  });
  expect(salt).toHaveLength(16);
  expect(createHash('sha256').update(salt).update(payload).digest()).toEqual(commitment);
});

test('no two events have the same salt, and each waits for its leaf', async () => {
  const { ctx } = service;
  const told = ['a', 'b', 'c'].map((text) => ({
    ...{ type: 'note.written', subject: subject('many') },
    ...{ before: { text }, after: { text } },
  }));
  await recordAll(ctx.db, ctx, told);
  const found = await lines('many');
  expect(found.map(({ payload }) => JSON.parse(payload).after.text)).toEqual(['a', 'b', 'c']);
  expect(new Set(found.map(({ salt }) => salt.toString('hex')))).toHaveProperty('size', 3);
});

test('an event is found by the licence, article and outlet that it names', async () => {
  const { ctx } = service;
  const [outlet, article, licence] = [ctx.newId(), ctx.newId(), ctx.newId()];
  await record(ctx.db, ctx, {
    ...{ type: 'note.written', subject: subject('named') },
    after: { outlet, article: 'not an id', licence },
    before: { article },
  });
  expect(await lines('named')).toMatchObject([{ outlet, article, licence }]);
});

test.each(['audit_event', 'audit_payload', 'audit_leaf', 'audit_subtree', 'audit_checkpoint'])(
  'nothing in %s is changed or removed',
  async (table) => {
    const { ctx, db } = service;
    await record(ctx.db, ctx, { type: 'note.written', subject: subject('kept') });
    const column = table === 'audit_event' ? 'id' : table === 'audit_payload' ? 'event' : 'hash';
    const of = table === 'audit_checkpoint' ? 'root' : column;
    for (const change of [
      `update ${table} set ${of} = ${of}`,
      `truncate ${table} cascade`,
      ...(table === 'audit_payload' ? [] : [`delete from ${table}`]),
    ]) {
      await expect(sql.raw(change).execute(db)).rejects.toThrow('The record is append-only');
    }
  },
);

test('a payload goes only for a reason, which is itself recorded; its line and hash stay', async () => {
  const { ctx, db } = service;
  await record(ctx.db, ctx, { type: 'note.written', subject: subject('gone'), after: { a: 1 } });
  const [line] = await lines('gone');
  const id = String(line?.id);
  const remove = (reason: string) =>
    sql`select remove_payload(${id}, ${reason}, '{"kind":"key","id":"k"}', 'r')`.execute(db);
  await expect(sql`delete from audit_payload where event = ${id}`.execute(db)).rejects.toThrow(
    'append-only',
  );
  await expect(remove(' ')).rejects.toThrow('for a reason');
  await remove('A court has ordered it.');
  await expect(remove('Again.')).rejects.toThrow('no payload');
  expect(await lines('gone')).toEqual([]);
  const [told] = await lines(id);
  expect(told).toMatchObject({ type: 'event.payload-removed', actor_id: 'k', request_id: 'r' });
  expect(JSON.parse(told?.payload ?? '')).toMatchObject({
    subject: { kind: 'event', id },
    after: { reason: 'A court has ordered it.' },
  });
  const kept = await db.selectFrom('audit_event').selectAll().where('id', '=', id).execute();
  expect(kept).toMatchObject([{ commitment: line?.commitment }]);
});
