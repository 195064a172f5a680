import type { ApiClient } from '../../support/api-client.ts';
import { query } from '../../support/query.ts';
import { seedHouse } from '../../support/seed.ts';
import {
  type PostgresServer,
  type RedisServer,
  startPostgres,
  startRedis,
} from '../../support/servers/index.ts';
import {
  type ServiceEnv,
  type ServiceProcess,
  startService,
} from '../../support/service-process.ts';
import { groundFor, type Tier } from '../../support/tiers.ts';
import { type Systems, startSystems } from './systems.ts';

/** A house whose API and workers are processes of their own, and the systems of its outlets. */
export interface Stand {
  url: string;
  env: ServiceEnv;
  admin: ApiClient;
  systems: Systems;
  /** The processes of workers that run now; embedded the one process, which is the API too. */
  workers: ServiceProcess[];
  /** The Redis of its own, on the tier that has one. */
  redis: RedisServer | undefined;
  /** The PostgreSQL of its own, where asked for. */
  postgres: PostgresServer | undefined;
  /** Starts one more process of workers, with this environment besides. */
  addWorkers(env?: Record<string, string>): Promise<ServiceProcess>;
  /**
   * Has another process of workers stand by, and then kills the former as a crash would.
   *
   * @returns when they were killed, in epoch milliseconds
   */
  relieveWorkers(): Promise<number>;
  /** Kills all processes of workers as a crash would. */
  killWorkers(): Promise<unknown>;
  sql<Row extends object>(statement: string): Promise<Row[]>;
}

interface Wishes {
  tier: Tier;
  /** Processes of workers at the start; 1 by default. */
  workers?: number;
  /** A PostgreSQL that the scenario may stop. */
  ownPostgres?: boolean;
  env?: Record<string, string>;
}

type Undo = (() => Promise<unknown>)[];

/** Plays on a stand on fresh ground. However that ends, nothing is left running. */
export async function onStand<Result>(
  wishes: Wishes,
  play: (stand: Stand) => Promise<Result>,
): Promise<Result> {
  const undo: Undo = [];
  try {
    return await play(await furnish(wishes, undo));
  } finally {
    for (const step of undo.reverse()) await step();
  }
}

async function furnish(wishes: Wishes, undo: Undo): Promise<Stand> {
  const { env, redis, postgres } = await stores(wishes, undo);
  const systems = await startSystems();
  undo.push(systems.close);
  const url = String(env.PUBLIC_URL);
  // Embedded there is one process, which is the API and the workers.
  const isOne = wishes.tier === 'embedded';
  const workers: ServiceProcess[] = [];
  const killWorkers = () => Promise.all(workers.splice(0).map((each) => each.kill()));
  undo.push(killWorkers);
  const addWorkers = async (more: Record<string, string> = {}) => {
    const added = startService({ ...env, ...more }, isOne ? undefined : 'workers');
    workers.push(added);
    await added.ready();
    return added;
  };
  const relieveWorkers = async () => {
    const former = workers.splice(0);
    undo.push(() => Promise.all(former.map((each) => each.kill())));
    if (!isOne) await addWorkers();
    const killedAt = Date.now();
    await Promise.all(former.map((each) => each.kill()));
    if (isOne) await addWorkers();
    return killedAt;
  };
  if (isOne) await addWorkers();
  else await startApi(env, undo);
  const admin = await seedHouse(url);
  const wanted = isOne ? 0 : (wishes.workers ?? 1);
  for (let count = 0; count < wanted; count++) await addWorkers();
  const sql = <Row extends object>(statement: string) =>
    query<Row>(String(env.DATABASE_URL), statement);
  const hands = { addWorkers, relieveWorkers, killWorkers };
  return { url, env, admin, systems, workers, redis, postgres, sql, ...hands };
}

async function startApi(env: ServiceEnv, undo: Undo): Promise<void> {
  const api = startService(env, 'api');
  undo.push(api.kill);
  await api.ready();
}

async function stores({ tier, ownPostgres, env: more }: Wishes, undo: Undo) {
  const ground = await groundFor(tier === 'embedded' ? tier : 'PostgreSQL');
  undo.push(ground.remove);
  let env: ServiceEnv = { ...ground.env, LOG_LEVEL: 'info', ...more };
  const postgres = ownPostgres ? await startPostgres() : undefined;
  if (postgres) {
    undo.push(postgres.stop);
    env = { ...env, DATABASE_URL: postgres.url };
  }
  const redis = tier === 'PostgreSQL and Redis' ? await startRedis() : undefined;
  if (redis) {
    undo.push(redis.stop);
    env = { ...env, REDIS_URL: redis.url };
  }
  return { env, redis, postgres };
}
