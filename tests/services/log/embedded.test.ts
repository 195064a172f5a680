import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { sql } from 'kysely';
import { pino } from 'pino';
import { buildContext, buildTools, systemCaller } from '../../../src/build-context.ts';
import { readConfig } from '../../../src/config.ts';
import type { Context } from '../../../src/context.ts';
import { databaseOn, TYPE_PARSERS } from '../../../src/db/database.ts';
import { type EmbeddedPool, pglitePool } from '../../../src/db/pglite-pool.ts';
import { prepareDatabase } from '../../../src/services/boot/prepare.ts';
import { openLiveKeys } from '../../../src/services/signing-keys/live-keys.ts';
import { openCheckpoint } from '../../../src/verifier/log/index.ts';
import { logKey, newestNote, sealAll, writeNotes } from '../../support/sealed-log.ts';

let directory: string;
let pool: EmbeddedPool;
let ctx: Context;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'imprimatur-embedded-log-'));
  const env = { DATA_DIR: directory, PUBLIC_URL: 'https://rights.example' };
  const { config, secrets } = readConfig(env);
  pool = pglitePool(await PGlite.create({ parsers: { ...TYPE_PARSERS } }));
  const db = databaseOn(pool as never);
  const tools = buildTools(randomBytes(32));
  await prepareDatabase(db, { ...tools, config, caller: systemCaller('start') }, secrets);
  const keys = await openLiveKeys(db, tools.seal);
  ctx = buildContext(tools, { config, db, log: pino({ level: 'silent' }), keys });
}, 120_000);
afterAll(async () => {
  await ctx.egress.close();
  await pool.end();
  await rm(directory, { recursive: true, force: true, maxRetries: 3 });
});

test('the embedded database seals its record too', async () => {
  await writeNotes(ctx, 300);
  await sealAll(ctx);
  const checkpoint = openCheckpoint(await newestNote(ctx), [logKey(ctx)]);
  const events = await ctx.db.selectFrom('audit_event').select('id').execute();
  expect(checkpoint?.size).toBe(events.length);
  expect(events.length).toBeGreaterThan(300);
});

test('it records what is changed by hand, and lets nothing of the record be changed', async () => {
  await sql`update api_key set expires_at = now()`.execute(ctx.db);
  const told = await ctx.db
    .selectFrom('audit_event')
    .select(['actor_kind', 'subject_kind'])
    .where('type', '=', 'key.updated-by-hand')
    .execute();
  expect(told).toEqual([{ actor_kind: 'database', subject_kind: 'key' }]);
  await expect(sql`delete from audit_leaf`.execute(ctx.db)).rejects.toThrow('append-only');
  await sealAll(ctx);
});
