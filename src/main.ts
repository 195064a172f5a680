#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { pino } from 'pino';
import { startWorkers, type Workers } from '../workers/start-workers.ts';
import { buildContext, buildTools, systemCaller } from './build-context.ts';
import { type Config, readConfig, type Secrets } from './config.ts';
import type { Context } from './context.ts';
import { openStore, type Store } from './db/open-store.ts';
import { listenForWord, tellWord } from './db/word-channel.ts';
import { createApp } from './http/app.ts';
import { type Listening, listen } from './http/listen.ts';
import { routes } from './http/routes/index.ts';
import { openQueues } from './queue/open-queues.ts';
import { postgresBackend, prepareQueueTables } from './queue/postgres-backend.ts';
import { redisBackend } from './queue/redis-backend.ts';
import { loadLicenceKeys } from './services/boot/licence-keys.ts';
import { prepareDatabase } from './services/boot/prepare.ts';
import { readSealKey } from './services/boot/seal-key.ts';

/** Well within the 30 s that orchestrators give a process before they kill it. */
const DRAIN_MS = 25_000;

type Role = 'all' | 'api' | 'workers';

/** Whatever has to be ended in an orderly way, the last started first. */
type Ending = () => Promise<void>;

async function start(role: Role, config: Config, secrets: Secrets, endings: Ending[]) {
  const log = pino({ level: config.logLevel, base: { service: 'imprimatur', role } });
  const store = await openStore(config, secrets);
  endings.push(store.close);
  const { ctx, madeAdminKey } = await prepare(store, config, secrets, log);
  endings.push(ctx.egress.close);

  const workers = role === 'api' ? undefined : await work(ctx, store, secrets, endings);
  const nudge = workers?.nudge ?? tellWord(store);
  if (role !== 'workers') {
    const server = await serve({ ...ctx, nudge }, config);
    endings.push(server.close);
  }
  log.info({ tier: config.tier, url: config.publicUrl }, 'ready');
  if (madeAdminKey) announce(madeAdminKey);
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

function serve(ctx: Context, config: Config): Promise<Listening> {
  return listen(createApp(ctx, routes), config);
}

/** Shown this once; only its hash is kept. */
function announce(key: string): void {
  console.log(`\nAdmin key, shown this once: ${key}\n`);
}

async function end(endings: Ending[]): Promise<void> {
  for (const ending of endings.splice(0).reverse()) await ending();
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { role: { type: 'string', default: 'all' } } });
  const role = values.role as Role;
  if (!['all', 'api', 'workers'].includes(role)) {
    throw new Error(`--role is all, api or workers, not ${role}.`);
  }
  const { config, secrets } = readConfig(process.env);
  const endings: Ending[] = [];
  const stop = () => {
    setTimeout(() => process.exit(1), DRAIN_MS).unref();
    end(endings).then(() => process.exit(0), fail);
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  await start(role, config, secrets, endings).catch(async (error) => {
    await end(endings);
    throw error;
  });
}

function fail(error: unknown): never {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

main().catch(fail);
