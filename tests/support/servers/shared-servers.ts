import { ensureServers } from './install-servers.ts';
import { startPostgres } from './postgres-server.ts';
import { startRedis } from './redis-server.ts';

type Stop = () => Promise<void>;

let running: Stop[] = [];

/** Starts the servers that all tests of a run share, and tells the tests where they are. */
export async function startSharedServers(): Promise<void> {
  ensureServers();
  const postgres = await startPostgres();
  running = [postgres.stop];
  const redis = await startRedis();
  running.push(redis.stop);
  process.env.TEST_DATABASE_URL = postgres.url;
  process.env.TEST_REDIS_URL = redis.url;
}

export async function stopSharedServers(): Promise<void> {
  await Promise.all(running.map((stop) => stop()));
  running = [];
}
