import { randomBytes } from 'node:crypto';
import { Redis } from 'ioredis';
import type { LocalServer } from '../../support/local-server.ts';
import { type MailServer, startMailServer } from '../../support/mail-server.ts';
import { startRedis } from '../../support/servers/index.ts';
import {
  type ServiceEnv,
  type ServiceProcess,
  startService,
} from '../../support/service-process.ts';
import type { Written } from '../../support/spellings.ts';
import { ADMIN_KEY, groundFor } from '../../support/tiers.ts';
import { startOutletSystems } from './outlet-systems.ts';
import { openSecrets, type Secrets } from './secret.ts';
import { watchAnswers, watchCommands } from './watches.ts';

/** A fleet that says all it can say, with every secret that an operator can give it. */
export interface Scene {
  url: string;
  databaseUrl: string;
  sealKey: string;
  secrets: Secrets;
  processes: ServiceProcess[];
  /** Starts workers beside the first. */
  addWorkers(): ServiceProcess;
  /** The operator's own connection. */
  redis: Redis;
  mails: MailServer;
  /** Where the outlet's articles go, and the operator's alerts. */
  systems: LocalServer;
  /** The key that was printed at the start. */
  madeKey: string;
  answers: Written[];
  commands: Written[];
  close(): Promise<void>;
}

export async function openScene(): Promise<Scene> {
  const [ground, redis, mails, systems] = await Promise.all([
    groundFor('PostgreSQL'),
    startRedis(),
    startMailServer(),
    startOutletSystems(),
  ]);
  const secrets = openSecrets();
  const redisPassword = password(secrets, 'password of Redis');
  const operator = await lockRedis(redis.url, redisPassword);
  const databaseUrl = String(ground.env.DATABASE_URL);
  const env: ServiceEnv = {
    ...ground.env,
    LOG_LEVEL: 'trace',
    DATABASE_URL: withPassword(databaseUrl, password(secrets, 'password of PostgreSQL')),
    REDIS_URL: withPassword(redis.url, redisPassword),
    SMTP_URL: withPassword(mails.url, password(secrets, 'password of the mail server'), 'desk'),
    MAIL_FROM: 'desk@harbour-letter.example',
    ALERT_WEBHOOK_URL: `${systems.url}/${secrets.keep('token of the alerts', token())}`,
    ALERT_WEBHOOK_SECRET: secrets.keep('secret of the alerts', webhookSecret()),
  };
  const sealKey = secrets.keep('seal key', String(env.SEAL_KEY));
  const url = String(env.PUBLIC_URL);
  const watch = watchAnswers(url);
  const monitor = await watchCommands(operator);
  const processes = await startProcesses(env);
  const addWorkers = () => {
    const added = startService(env, 'workers');
    processes.push(added);
    return added;
  };
  const close = async () => {
    watch.stop();
    monitor.stop();
    await Promise.all(processes.map((each) => each.kill()));
    operator.disconnect();
    await Promise.all([redis.stop(), mails.close(), systems.close()]);
    await ground.remove();
  };
  const madeKey = /Admin key, shown this once: (\S+)/.exec(processes[0]?.output() ?? '')?.[1] ?? '';
  secrets.keep('admin key made at the start', madeKey, 'the start');
  secrets.keep('admin key of the operator', ADMIN_KEY);
  const stores = { databaseUrl, redis: operator, sealKey };
  const watched = { answers: watch.answers, commands: monitor.commands };
  return {
    url,
    ...stores,
    ...watched,
    secrets,
    processes,
    addWorkers,
    mails,
    systems,
    madeKey,
    close,
  };
}

/** Has Redis ask for a password. @returns a connection that knows it */
async function lockRedis(url: string, password: string): Promise<Redis> {
  const first = new Redis(url);
  await first.config('SET', 'requirepass', password);
  first.disconnect();
  const operator = new Redis(withPassword(url, password), {
    replyMapping: 'legacy',
    disconnectTimeout: 100,
  });
  operator.on('error', () => {});
  return operator;
}

/** The first makes a key for itself; the second brings one; two more cannot start at all. */
async function startProcesses(env: ServiceEnv): Promise<ServiceProcess[]> {
  const { ADMIN_KEY: key, ...keyless } = env;
  const api = startService(keyless, 'api');
  const lost = [
    startService({ ...env, DATABASE_URL: nowhere(env.DATABASE_URL) }, 'workers'),
    startService({ ...env, ALERT_WEBHOOK_SECRET: `${env.ALERT_WEBHOOK_SECRET}!` }, 'workers'),
  ];
  await api.ready();
  const workers = startService({ ...keyless, ADMIN_KEY: String(key) }, 'workers');
  await workers.ready();
  await Promise.all(lost.map((each) => each.ended));
  return [api, workers, ...lost];
}

function nowhere(url: string | undefined): string {
  const there = new URL(String(url));
  there.port = '1';
  return there.href;
}

/** Holds characters that are written otherwise in a URL. */
function password(secrets: Secrets, name: string): string {
  return secrets.keep(name, `${randomBytes(24).toString('base64')}/+=`);
}

export function token(): string {
  return randomBytes(24).toString('base64url');
}

export function webhookSecret(): string {
  return `whsec_${randomBytes(32).toString('base64')}`;
}

function withPassword(url: string, password: string, user?: string): string {
  const there = new URL(url);
  there.password = encodeURIComponent(password);
  if (user) there.username = user;
  return there.href;
}
