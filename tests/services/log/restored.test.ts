import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Context } from '../../../src/context.ts';
import { checkReadiness } from '../../../src/services/check-readiness.ts';
import { readKept } from '../../../src/services/log/kept-checkpoint.ts';
import { openSealer } from '../../../src/services/log/open-sealer.ts';
import { openShard } from '../../../src/services/log/open-shard.ts';
import { sealLog } from '../../../src/services/log/seal-log.ts';
import { openCheckpoint } from '../../../src/verifier/log/index.ts';
import { type TestService, testService } from '../../support/context.ts';
import { logKey, newestNote, sealAll, writeNotes } from '../../support/sealed-log.ts';

let service: TestService;
let ctx: Context;
beforeEach(async () => {
  service = await testService();
  ctx = service.as({ publications: null });
  await writeNotes(ctx, 5);
  await sealAll(ctx);
});
afterEach(() => service.close());

/** As an old copy of the database: without what came after so many leaves. */
async function restoreTo(size: number): Promise<void> {
  await ctx.db.transaction().execute(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx);
    for (const statement of [
      sql`delete from audit_event where id in (select event from audit_leaf where index >= ${size})`,
      sql`delete from audit_leaf where index >= ${size}`,
      sql`delete from audit_checkpoint where size > ${size}`,
    ]) {
      await statement.execute(tx);
    }
  });
}

const sizeNow = async () => (await readKept(ctx.config))?.checkpoint.size ?? 0;

async function lose(): Promise<void> {
  const size = await sizeNow();
  await writeNotes(ctx, 3);
  await sealAll(ctx);
  await restoreTo(size);
}

test('after a restore to a smaller tree nothing is signed, and the process says so', async () => {
  await lose();
  const note = await newestNote(ctx);
  await writeNotes(ctx, 10);
  await openSealer(ctx)();
  expect(await newestNote(ctx)).toBe(note);
  expect(await checkReadiness(ctx)).toEqual({ log: expect.stringMatching(/with \d+ leaves/) });
});

test('a tree that has as many leaves but others is not signed either', async () => {
  await lose();
  const elsewhere = join(ctx.config.dataDir, 'elsewhere');
  await writeNotes(ctx, 3);
  await sealAll({ ...ctx, config: { ...ctx.config, dataDir: elsewhere } });
  await writeNotes(ctx, 1);
  expect(await sealLog(ctx, true)).toEqual({
    refusal: expect.stringContaining('that are not those in the database'),
  });
});

test('a database that is complete again is signed on', async () => {
  const { config } = ctx;
  const seal = openSealer(ctx);
  const complete = await readKept(config);
  await writeFile(
    join(config.dataDir, 'log-checkpoint'),
    String(complete?.note).replace(/\n\d+\n/, '\n99\n'),
  );
  await seal();
  expect(await checkReadiness(ctx)).toHaveProperty('log', expect.stringContaining('99 leaves'));
  await writeFile(join(config.dataDir, 'log-checkpoint'), String(complete?.note));
  await seal();
  expect(await checkReadiness(ctx)).toEqual({});
});

test('a new tree has a name of its own, tells why, and what comes is signed in it', async () => {
  await lose();
  await openSealer(ctx)();
  const lost = await readKept(ctx.config);
  const { origin } = await openShard(ctx, 'The disk was lost; the copy was of last night.');
  expect(origin).toBe('rights.example/log/2');
  expect(await checkReadiness(ctx)).toEqual({});
  await writeNotes(ctx, 4);
  await sealAll(ctx);
  const checkpoint = openCheckpoint(await newestNote(ctx, 2), [logKey(ctx, origin)]);
  expect(checkpoint).toMatchObject({ origin, size: 5 });
  const { payload } = await ctx.db
    .selectFrom('audit_leaf')
    .innerJoin('audit_payload', 'audit_payload.event', 'audit_leaf.event')
    .select('payload')
    .where('shard', '=', 2)
    .where('index', '=', 0)
    .executeTakeFirstOrThrow();
  expect(JSON.parse(payload)).toMatchObject({
    type: 'log.shard-opened',
    after: { number: 2, origin, reason: expect.stringContaining('disk'), succeeds: lost?.note },
  });
});

test('a restore to before the new tree is found too, and its name is not used again', async () => {
  const { db, config } = ctx;
  await openShard(ctx, 'A first time.');
  await sealAll(ctx);
  await db.transaction().execute(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx);
    await sql`delete from audit_leaf where shard = 2`.execute(tx);
    await sql`delete from audit_checkpoint where shard = 2`.execute(tx);
    await sql`delete from audit_shard where number = 2`.execute(tx);
  });
  expect((await readKept(config))?.checkpoint.origin).toBe('rights.example/log/2');
  expect(await sealLog(ctx, true)).toEqual({
    refusal: expect.stringContaining('which the database lacks'),
  });
  expect(await openShard(ctx, 'A second time.')).toMatchObject({ origin: 'rights.example/log/3' });
  await sealAll(ctx);
  expect((await readKept(config))?.checkpoint.origin).toBe('rights.example/log/3');
});

test('a kept file that is no checkpoint stops the log, and is not taken for none', async () => {
  await writeFile(join(ctx.config.dataDir, 'log-checkpoint'), 'something else');
  await expect(sealLog(ctx, true)).rejects.toThrow('is no checkpoint of the log');
});
