import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { findRedis } from './find-binary.ts';
import { freePort } from './free-port.ts';
import { createServerDirectory } from './server-directory.ts';
import { launchServer } from './server-process.ts';

/** Settings of redis.conf by their names there. */
export type RedisSettings = Readonly<Record<string, string>>;

export interface RedisServer {
  url: string;
  port: number;
  /** Ends it, and everything it held with it. */
  stop(): Promise<void>;
  /** Puts aside what it holds now, for a later restart. */
  keepDump(): Promise<void>;
  /**
   * Stops it if it runs, and starts it on the same port: empty, as after a crash, or with what was
   * put aside.
   */
  restart(as?: 'from the dump'): Promise<void>;
}

const SETTINGS: RedisSettings = {
  bind: '127.0.0.1',
  save: '',
  appendonly: 'no',
  'maxmemory-policy': 'noeviction',
};

/** A Redis of one's own on 127.0.0.1, without persistence. */
export async function startRedis(settings: RedisSettings = {}): Promise<RedisServer> {
  const port = await freePort();
  const start = (dump?: Buffer) => launchRedis(port, { ...SETTINGS, ...settings }, dump);
  let stop = await start();
  let kept: Buffer | undefined;
  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    stop: () => stop(),
    keepDump: async () => {
      kept = await dumpOf(port);
    },
    restart: async (as) => {
      await stop();
      stop = await start(as && kept);
    },
  };
}

/** Answers with what ends it. */
async function launchRedis(
  port: number,
  settings: RedisSettings,
  dump: Buffer | undefined,
): Promise<() => Promise<void>> {
  const command = findRedis();
  if (!command) throw new Error('Redis is not installed');
  const directory = createServerDirectory('redis');
  if (dump) await writeFile(join(directory.path, 'dump.rdb'), dump);
  const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]);
  const server = await launchServer({
    command,
    args: ['--port', String(port), ...args],
    directory: directory.path,
    stopSignal: 'SIGTERM',
    connect: () => connect(port),
  });
  return () => server.stop().then(directory.remove);
}

async function dumpOf(port: number): Promise<Buffer> {
  const client = clientOf(port);
  await client.connect();
  const [, directory = ''] = await client
    .save()
    .then(() => client.config('GET', 'dir') as Promise<string[]>)
    .finally(() => client.disconnect());
  return readFile(join(directory, 'dump.rdb'));
}

async function connect(port: number): Promise<void> {
  const client = clientOf(port);
  await client.connect();
  await client.ping().finally(() => client.disconnect());
}

function clientOf(port: number): Redis {
  const options = { host: '127.0.0.1', port, lazyConnect: true, retryStrategy: null } as const;
  const client = new Redis({ ...options, replyMapping: 'legacy' });
  // The rejected promise says the same; an error event without a listener would end the process.
  client.on('error', () => undefined);
  return client;
}
