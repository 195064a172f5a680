import { existsSync } from 'node:fs';
import { pino } from 'pino';
import { buildContext, buildTools, systemCaller } from '../build-context.ts';
import { readConfig } from '../config.ts';
import type { Context } from '../context.ts';
import type { Database } from '../db/database.ts';
import { openStore } from '../db/open-store.ts';
import { isMigrated } from '../db/readiness.ts';
import { DomainError } from '../domain/errors.ts';
import { readSealKey } from '../services/boot/seal-key.ts';
import { openLiveKeys } from '../services/signing-keys/live-keys.ts';

/** How a command that needs the database is told of it; part of its `--help`. */
export const SERVICE_ENVIRONMENT =
  'Run it with the environment of the service: DATABASE_URL and SEAL_KEY, or DATA_DIR while the service is stopped.';

/**
 * Opens what the service opens, for as long as `work` takes; nothing is created or migrated.
 *
 * @param env the environment, as the service reads it
 * @param command the command's name, by which the record names who acted
 * @throws Error for a bad environment, DomainError `unavailable` for a database that does not
 *   answer or that no service has prepared
 */
export async function withService<Result>(
  env: Record<string, string | undefined>,
  command: string,
  work: (ctx: Context) => Promise<Result>,
): Promise<Result> {
  const { config, secrets } = readConfig(env);
  // To open a directory is to make a database in it.
  if (config.tier === 'embedded' && !existsSync(config.dataDir)) {
    throw unavailable(`There is no ${config.dataDir}.`);
  }
  const { db, close } = await openStore(config, secrets);
  try {
    await requireService(db);
    const tools = buildTools(await readSealKey(config, secrets));
    const keys = await openLiveKeys(db, tools.seal);
    const log = pino({ level: 'silent' });
    const ctx = buildContext(tools, { config, db, keys, log });
    const caller = systemCaller(`command:${command}`);
    return await work({ ...ctx, caller }).finally(() => ctx.egress.close());
  } finally {
    await close();
  }
}

async function requireService(db: Database): Promise<void> {
  const isPrepared = await isMigrated(db).catch((error: Error) => {
    throw unavailable(`The database does not answer: ${error.message}.`);
  });
  if (!isPrepared) throw unavailable('No service of this version has prepared the database.');
}

function unavailable(why: string): DomainError {
  return new DomainError('unavailable', `${why} ${SERVICE_ENVIRONMENT}`);
}
