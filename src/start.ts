import { pino } from 'pino';
import { startWorkers, type Workers } from '../workers/start-workers.ts';
import { buildContext, buildTools, systemCaller } from './build-context.ts';
import type { Config, Secrets } from './config.ts';
import type { Context } from './context.ts';
import type { Store } from './db/open-store.ts';
import { listenForWord, tellWord } from './db/word-channel.ts';
import { createApp } from './http/app.ts';
import { listen } from './http/listen.ts';
import { routes } from './http/routes/index.ts';
import { openQueues } from './queue/open-queues.ts';
import { postgresBackend, prepareQueueTables } from './queue/postgres-backend.ts';
import { redisBackend } from './queue/redis-backend.ts';
import { loadLicenceKeys } from './services/boot/licence-keys.ts';
import { prepareDatabase } from './services/boot/prepare.ts';
import { readSealKey } from './services/boot/seal-key.ts';

export type Role = 'all' | 'api' | 'workers';

/** Ends one thing in an orderly way; they are called in reverse order of starting. */
export type Ending = () => Promise<void>;

/**
 * Puts the service together and starts it: the composition root.
 *
 * @param endings gets what has to be ended, as soon as it is started
 * @returns the admin key, if one was made now
 */
export async function start(
  role: Role,
  { config, secrets }: { config: Config; secrets: Secrets },
  store: Store,
  endings: Ending[],
): Promise<string | undefined> {
  const log = pino({ level: config.logLevel, base: { service: 'imprimatur', role } });
  const { ctx, madeAdminKey } = await prepare(store, config, secrets, log);
  endings.push(ctx.egress.close);

  const workers = role === 'api' ? undefined : await work(ctx, store, secrets, endings);
  const nudge = workers?.nudge ?? tellWord(store);
  if (role !== 'workers') {
    const server = await listen(createApp({ ...ctx, nudge }, routes), config);
    endings.push(server.close);
  }
  log.info({ tier: config.tier, url: config.publicUrl }, 'ready');
  return madeAdminKey;
}

async function prepare(store: Store, config: Config, secrets: Secrets, log: pino.Logger) {
  const tools = buildTools(await readSealKey(config, secrets));
  const by = { ...tools, config, caller: systemCaller('start') };
  const { madeAdminKey } = await prepareDatabase(store.db, by, secrets);
  await prepareQueueTables(store.queuePool);
  const keys = await loadLicenceKeys(store.db, tools.seal);
  const ctx = buildContext(tools, { config, db: store.db, log, keys });
  return { ctx, madeAdminKey };
}

async function work(
  ctx: Context,
  store: Store,
  secrets: Secrets,
  endings: Ending[],
): Promise<Workers> {
  const backend = secrets.redisUrl
    ? await redisBackend(secrets.redisUrl)
    : postgresBackend(store.queuePool);
  const queues = openQueues(backend, ctx.log);
  const workers = await startWorkers({ ...ctx, caller: systemCaller('workers') }, queues);
  endings.push(workers.stop);
  endings.push(await listenForWord(store, workers.nudge));
  return workers;
}
