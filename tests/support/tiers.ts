import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './servers/free-port.ts';
import { createTestDatabase, startRedis } from './servers/index.ts';
import type { ServiceEnv } from './service-process.ts';

export const ADMIN_KEY = 'the-admin-key-of-this-test-run-only';

/** What a service of its own runs on, and what takes that away afterwards. */
export interface Ground {
  /** For one process, or for several: another `PORT` and the same rest. */
  env: ServiceEnv;
  remove(): Promise<void>;
}

export type Tier = 'embedded' | 'PostgreSQL' | 'PostgreSQL and Redis';
export const TIERS: readonly Tier[] = ['embedded', 'PostgreSQL', 'PostgreSQL and Redis'];

/** Fresh, empty ground on one of the tiers. */
export async function groundFor(tier: Tier): Promise<Ground> {
  const directory = await mkdtemp(join(tmpdir(), 'imprimatur-tier-'));
  const common = { ...(await commonEnv()), DATA_DIR: directory };
  const { env, remove } = await storesOf(tier, common);
  return {
    env,
    remove: async () => {
      await remove();
      await rm(directory, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

async function storesOf(tier: Tier, common: ServiceEnv): Promise<Ground> {
  if (tier === 'embedded') return { env: common, remove: async () => {} };
  const database = await createTestDatabase();
  const env = { ...common, DATABASE_URL: database.url };
  if (tier === 'PostgreSQL') return { env, remove: database.drop };
  const redis = await startRedis();
  return {
    env: { ...env, REDIS_URL: redis.url },
    remove: async () => {
      await database.drop();
      await redis.stop();
    },
  };
}

/** The same ground under another port, for a process beside the first. */
export async function beside(env: ServiceEnv): Promise<ServiceEnv> {
  const port = await freePort();
  return { ...env, PORT: String(port), PUBLIC_URL: `http://127.0.0.1:${port}` };
}

/** What every process of the tests is given, wherever it keeps its data. */
export async function commonEnv(): Promise<ServiceEnv> {
  const port = await freePort();
  return {
    PORT: String(port),
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    ADMIN_KEY,
    SEAL_KEY: randomBytes(32).toString('base64'),
    EGRESS_ALLOW: '127.0.0.0/8',
  };
}
