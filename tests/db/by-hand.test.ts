import { type RawBuilder, sql } from 'kysely';
import { record } from '../../src/db/events.ts';
import { type TestService, testService } from '../support/context.ts';
import { openNewsroom } from '../support/newsroom.ts';

let service: TestService;
let newsroom: Awaited<ReturnType<typeof openNewsroom>>;
beforeAll(async () => {
  service = await testService();
  newsroom = await openNewsroom(service);
});
afterAll(() => service.close());

const BY_HAND = sql<boolean>`type like '%-by-hand'`;

/** What the record says of a row since the given moment. */
async function told(id: string) {
  const rows = await service.db
    .selectFrom('audit_event')
    .innerJoin('audit_payload', 'audit_payload.event', 'audit_event.id')
    .select(['type', 'actor_kind', 'outlet', 'payload'])
    .where('subject_id', '=', id)
    .where(BY_HAND)
    .orderBy('id')
    .execute();
  return rows.map(({ payload, ...row }) => ({ ...row, ...JSON.parse(payload) }));
}

const run = (statement: RawBuilder<unknown>) => statement.execute(service.db);

async function licensed() {
  const outlet = await newsroom.outlet();
  const destination = await outlet.addDestination();
  const licence = await outlet.ask(await newsroom.putIn());
  return { outlet: outlet.id, licence: licence.id, destination: destination.id };
}

test('what the service does is told once, by the service', async () => {
  const made = await licensed();
  for (const id of Object.values(made)) expect(await told(id)).toEqual([]);
  const all = await service.db.selectFrom('audit_event').select('type').where(BY_HAND).execute();
  expect(all).toEqual([]);
});

test('a licence changed by hand is told with what it was and is, its token by a hash', async () => {
  const { licence, outlet } = await licensed();
  await run(sql`update licence set until_at = until_at + interval '1 day' where id = ${licence}`);
  const [event] = await told(licence);
  expect(event).toMatchObject({
    type: 'licence.updated-by-hand',
    actor: { kind: 'database', id: expect.any(String) },
    subject: { kind: 'licence', id: licence },
    outlet,
    before: { id: licence, state: 'active', token: expect.stringMatching(/^sha256-.{44}$/) },
    after: { id: licence, state: 'active' },
  });
  expect(event?.before.until_at).not.toBe(event?.after.until_at);
});

test('each row that one statement changes is told', async () => {
  const [one, two] = [await licensed(), await licensed()];
  const ids = [one.outlet, two.outlet];
  await run(sql`update outlet set name = name || '!' where id in (${sql.join(ids)})`);
  for (const id of ids) expect(await told(id)).toMatchObject([{ type: 'outlet.updated-by-hand' }]);
});

test('rows put in and taken out by hand are told', async () => {
  const id = service.ctx.newId();
  await run(sql`insert into api_key (id, name, prefix, hash, role)
    values (${id}, 'back door', 'imp_', decode('00', 'hex'), 'admin')`);
  await run(sql`delete from api_key where id = ${id}`);
  const [inserted, deleted] = await told(id);
  expect(inserted).toMatchObject({ type: 'key.inserted-by-hand', after: { name: 'back door' } });
  expect(inserted?.after).not.toHaveProperty('hash');
  expect(deleted).toMatchObject({ type: 'key.deleted-by-hand', before: { role: 'admin' } });
});

test.each([
  ['destination', 'destination', sql`update destination set format = 'text'`],
  ['request', 'request', sql`update request set note = 'by hand'`],
])('a %s changed by hand is told', async (_, kind, statement) => {
  await licensed();
  await run(statement);
  const rows = await service.db
    .selectFrom('audit_event')
    .select('subject_id')
    .where('type', '=', `${kind}.updated-by-hand`)
    .execute();
  expect(rows.length).toBeGreaterThan(0);
});

test('secrets of a signing key and of a destination do not get into the record', async () => {
  const { destination } = await licensed();
  const [key] = await service.db.selectFrom('signing_key').selectAll().execute();
  await run(sql`update destination set settings = '{"secret":"x1y2"}' where id = ${destination}`);
  await run(sql`update signing_key set private_key = 'z3w4' where kid = ${key?.kid}`);
  const texts = JSON.stringify([...(await told(destination)), ...(await told(String(key?.kid)))]);
  expect(texts).toContain('signing-key.updated-by-hand');
  expect(texts).not.toMatch(/x1y2|z3w4/);
  await run(sql`update signing_key set private_key = ${key?.private_key} where kid = ${key?.kid}`);
});

test('an event that a transaction has written stands for its changes, whichever came first', async () => {
  const { outlet } = await licensed();
  const { ctx } = service;
  await ctx.db.transaction().execute(async (tx) => {
    await sql`update outlet set name = 'Told' where id = ${outlet}`.execute(tx);
    const subject = { kind: 'outlet', id: outlet };
    await record(tx, ctx, { type: 'outlet.changed', subject });
  });
  expect(await told(outlet)).toEqual([]);
});

test('the word of one transaction does not last into the next', async () => {
  const { outlet } = await licensed();
  const { ctx } = service;
  await ctx.db.connection().execute(async (session) => {
    await record(session, ctx, { type: 'note.written', subject: { kind: 'note', id: 'n' } });
    await sql`update outlet set name = 'Untold' where id = ${outlet}`.execute(session);
  });
  expect(await told(outlet)).toHaveLength(1);
});

test('what would leave no line is refused', async () => {
  await expect(run(sql`truncate licence cascade`)).rejects.toThrow('truncate on');
});
