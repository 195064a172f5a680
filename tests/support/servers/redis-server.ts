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
  /** Stops it if it runs, and starts it on the same port: empty, as after a crash. */
  restart(): Promise<void>;
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
  const start = () => launchRedis(port, { ...SETTINGS, ...settings });
  let stop = await start();
  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    stop: () => stop(),
    restart: async () => {
      await stop();
      stop = await start();
    },
  };
}

/** Answers with what ends it. */
async function launchRedis(port: number, settings: RedisSettings): Promise<() => Promise<void>> {
  const command = findRedis();
  if (!command) throw new Error('Redis is not installed');
  const directory = createServerDirectory('redis');
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

async function connect(port: number): Promise<void> {
  const client = new Redis({ host: '127.0.0.1', port, lazyConnect: true, retryStrategy: null });
  // The rejected promise says the same; an error event without a listener would end the process.
  client.on('error', () => undefined);
  await client.connect();
  await client.ping().finally(() => client.disconnect());
}
