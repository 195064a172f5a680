import type { Logger } from 'pino';
import { startLoop } from '../workers/loop.ts';
import { startWorkers, type Workers } from '../workers/start-workers.ts';
import { buildContext, buildTools, systemCaller } from './build-context.ts';
import type { Config, Secrets } from './config.ts';
import type { Context } from './context.ts';
import type { Store } from './db/open-store.ts';
import { listenForWord, tellWord } from './db/word-channel.ts';
import { createApp } from './http/app.ts';
import { listen } from './http/listen.ts';
import { operationRoutes, routes } from './http/routes/index.ts';
import { openMailer } from './mail/mailer.ts';
import { openLog } from './open-log.ts';
import { prepareAsOwner } from './prepare-as-owner.ts';
import { openQueues } from './queue/open-queues.ts';
import { postgresBackend, prepareQueueTables } from './queue/postgres-backend.ts';
import { redisBackend } from './queue/redis-backend.ts';
import { prepareDatabase } from './services/boot/prepare.ts';
import { readSealKey } from './services/boot/seal-key.ts';
import { openLiveKeys } from './services/signing-keys/live-keys.ts';

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
  const log = openLog({ config, secrets }, role);
  const { ctx, madeAdminKey } = await prepare(store, config, secrets, log);
  endings.push(ctx.egress.close);
  ctx.metrics.watchProcess();
  const keysTold = keepKeysLive(ctx, endings);

  const workers = role === 'api' ? undefined : await work(ctx, store, secrets, endings);
  const tell = workers?.nudge ?? tellWord(store);
  const nudge = () => {
    keysTold();
    tell();
  };
  if (role !== 'workers') {
    const server = await listen(createApp({ ...ctx, nudge }, routes), config);
    endings.push(server.close);
  }
  if (config.metricsPort !== undefined) {
    const where = { host: config.host, port: config.metricsPort, variable: 'METRICS_PORT' };
    endings.push((await listen(createApp(ctx, operationRoutes), where)).close);
  }
  log.info({ tier: config.tier, url: config.publicUrl }, 'ready');
  return madeAdminKey;
}

async function prepare(store: Store, config: Config, secrets: Secrets, log: Logger) {
  const tools = buildTools(await readSealKey(config, secrets));
  const by = { ...tools, config, caller: systemCaller('start') };
  await prepareAsOwner(store.db, { config, secrets }, prepareQueueTables);
  const { madeAdminKey } = await prepareDatabase(store.db, by, secrets);
  await prepareQueueTables(store.queuePool);
  const keys = await openLiveKeys(store.db, tools.seal);
  const ctx = buildContext(tools, { config, db: store.db, log, keys });
  return { ctx, madeAdminKey };
}

/** How often the keys are read anew: another process may have changed them. */
const KEYS_EVERY_MS = 2_000;

/** @returns what to call after each commit, which has a change made here seen at once */
function keepKeysLive({ keys, log }: Context, endings: Ending[]): () => void {
  const loop = startLoop('keys', KEYS_EVERY_MS, keys.reload, log);
  endings.push(loop.stop);
  return () => {
    if (keys.isChangeExpected()) loop.nudge();
  };
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
  const mailer = mailerOf(ctx.config, secrets);
  const alertHook = alertHookOf(secrets);
  const own = { ...ctx, caller: systemCaller('workers') };
  const workers = await startWorkers(own, queues, mailer, alertHook);
  endings.push(workers.stop);
  endings.push(await listenForWord(store, { heard: workers.nudge, stopped: workers.stopArticle }));
  return workers;
}

function alertHookOf({ alertWebhookUrl: url, alertWebhookSecret: secret }: Secrets) {
  return url && secret ? { url, secret } : undefined;
}

function mailerOf({ mailFrom }: Config, { smtpUrl }: Secrets) {
  return smtpUrl && mailFrom ? openMailer(smtpUrl, mailFrom) : undefined;
}
