import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { v7 } from 'uuid';
import { buildContext, buildTools, systemCaller } from '../../src/build-context.ts';
import { readConfig } from '../../src/config.ts';
import type { Caller, Context } from '../../src/context.ts';
import { type Database, databaseOn } from '../../src/db/database.ts';
import { postgresPool, preparing } from '../../src/db/postgres-pool.ts';
import { prepareDatabase } from '../../src/services/boot/prepare.ts';
import { openLiveKeys } from '../../src/services/signing-keys/live-keys.ts';
import { createTestDatabase } from './servers/index.ts';
import { ADMIN_KEY } from './tiers.ts';

export interface TestService {
  ctx: Context;
  db: Database;
  url: string;
  /** The same service as somebody else would use it. */
  as(caller: Partial<Caller>): Context;
  close(): Promise<void>;
}

/** A prepared, empty service without HTTP or workers, on a database of its own. */
export async function testService(
  parts: Partial<Context> = {},
  sealKey = randomBytes(32),
): Promise<TestService> {
  const database = await createTestDatabase();
  const DATA_DIR = await mkdtemp(join(tmpdir(), 'imprimatur-service-'));
  const PUBLIC_URL = 'https://rights.example';
  const env = { ADMIN_KEY, PUBLIC_URL, EGRESS_ALLOW: '127.0.0.0/8', DATA_DIR };
  const { config, secrets } = readConfig(env);
  const tools = { ...buildTools(sealKey), ...parts };
  const db = databaseOn(preparing(postgresPool(database.url)));
  await prepareDatabase(db, { ...tools, config, caller: systemCaller('start') }, secrets);
  const log = pino({ level: 'silent' });
  const keys = await openLiveKeys(db, tools.seal);
  const ctx = {
    ...buildContext(tools, { config, db, log, keys }),
    ...parts,
    config: { ...(parts.config ?? config), dataDir: DATA_DIR },
  };
  return {
    ctx,
    db,
    url: database.url,
    as: (caller) => ({ ...ctx, caller: { ...adminCaller(), ...caller } }),
    async close() {
      await ctx.egress.close();
      await db.destroy();
      await database.drop();
      await rm(DATA_DIR, { recursive: true, force: true });
    },
  };
}

function adminCaller(): Caller {
  return {
    kind: 'key',
    id: v7(),
    role: 'admin',
    outlet: null,
    publications: null,
    requestId: 'test',
  };
}
