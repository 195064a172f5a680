import { sql } from 'kysely';
import { rangeHash, tilesUnder } from '../../../src/audit/range-hash.ts';
import { record } from '../../../src/db/events.ts';
import { readTiles } from '../../../src/db/log/tree.ts';
import { readKept } from '../../../src/services/log/kept-checkpoint.ts';
import { sealLog } from '../../../src/services/log/seal-log.ts';
import { cosignedAt, leafOf, openCheckpoint } from '../../../src/verifier/log/index.ts';
import { type TestService, testService } from '../../support/context.ts';
import { logKey, newestNote, sealAll, writeNotes } from '../../support/sealed-log.ts';

let service: TestService;
beforeAll(async () => {
  service = await testService();
});
afterAll(() => service.close());

async function leaves() {
  return service.db
    .selectFrom('audit_leaf')
    .innerJoin('audit_payload', 'audit_payload.event', 'audit_leaf.event')
    .select(['index', 'hash', 'salt', 'payload', 'audit_leaf.event'])
    .orderBy('index')
    .execute();
}

test('every event gets a leaf, and what is signed is the tree over them', async () => {
  const { ctx } = service;
  await writeNotes(ctx, 300);
  await sealAll(ctx);
  await writeNotes(ctx, 260);
  await sealAll(ctx);
  const all = await leaves();
  const events = await ctx.db.selectFrom('audit_event').select('id').execute();
  expect(all.map(({ event }) => event).sort()).toEqual(events.map(({ id }) => id).sort());
  expect(all.map(({ index }) => index)).toEqual(all.map((_, i) => i));
  for (const { hash, salt, payload } of all) expect(leafOf(salt, payload)).toEqual(hash);
  const range = [0, all.length] as const;
  const root = rangeHash(range, await readTiles(ctx.db, 1, tilesUnder([range])));
  expect(openCheckpoint(await newestNote(ctx), [logKey(ctx)])).toEqual({
    ...{ origin: 'rights.example/log', size: all.length, root, extra: [] },
  });
});

test('a checkpoint says when it was signed, and is kept outside the database', async () => {
  const { ctx } = service;
  const now = Date.UTC(2030, 1, 1);
  await writeNotes(ctx, 1);
  await sealAll({ ...ctx, now: () => now });
  const note = await newestNote(ctx);
  expect(cosignedAt(note, logKey(ctx))).toBe(now);
  expect((await readKept(ctx.config))?.note).toBe(note);
});

test('where nothing waits nothing is signed', async () => {
  const { ctx } = service;
  await sealAll(ctx);
  const note = await newestNote(ctx);
  expect(await sealLog(ctx, true)).toEqual({ leaves: 0, more: false });
  expect(await newestNote(ctx)).toBe(note);
});

test('an event whose transaction commits late is not skipped', async () => {
  const { ctx } = service;
  const late = { type: 'note.written', subject: { kind: 'note', id: 'late' } };
  await ctx.db.transaction().execute(async (tx) => {
    await record(tx, ctx, late);
    await writeNotes(ctx, 3);
    await sealAll(ctx);
  });
  const find = () => leaves().then((all) => all.find(({ payload }) => payload.includes('"late"')));
  expect(await find()).toBeUndefined();
  await sealAll(ctx);
  expect((await find())?.index).toBe((await leaves()).length - 1);
});

test('what is rolled back gets no leaf', async () => {
  const { ctx } = service;
  const told = { type: 'note.written', subject: { kind: 'note', id: 'never' } };
  await ctx.db
    .transaction()
    .execute(async (tx) => {
      await record(tx, ctx, told);
      throw new Error('back');
    })
    .catch(() => {});
  await sealAll(ctx);
  expect((await leaves()).some(({ payload }) => payload.includes('"never"'))).toBe(false);
});

test('two who seal at once append each leaf once', async () => {
  const { ctx } = service;
  await writeNotes(ctx, 20);
  const before = (await leaves()).length;
  await Promise.all([sealAll(ctx), sealAll(ctx), sealAll(ctx)]);
  await sealAll(ctx);
  expect((await leaves()).length).toBe(before + 20);
});

test('the log is not appended to while its tail is missing', async () => {
  const { ctx, db } = service;
  await sealAll(ctx);
  const cut = db.transaction().execute(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx);
    await sql`delete from audit_leaf where index = (select max(index) from audit_leaf)`.execute(tx);
    const sealed = await sealLog({ ...ctx, db: tx }, true);
    // Back to what was.
    throw new Error('refusal' in sealed ? sealed.refusal : 'it was sealed');
  });
  await expect(cut).rejects.toThrow('are not those of its newest checkpoint');
  await sealAll(ctx);
});
