import { setTimeout as sleep } from 'node:timers/promises';
import { type PostgresServer, startRedis } from '../../support/servers/index.ts';
import { createDatabase, query } from '../bench-database.ts';
import { openFeedHouse } from '../feed-house.ts';
import type { Figure } from '../figure.ts';
import { mannersOf, startOutlets } from '../outlets.ts';
import { startService } from '../service.ts';
import { percentile } from '../statistics.ts';

const OUTLETS = 100;
const TENTH = OUTLETS / 10;
const STORIES = 60;
const EVERY_MS = 500;
/** The first stories find cold caches, and healthy breakers at the ill. */
const WARM_UP = 10;
const WITHIN = 2;

/** Three tenths of the outlets are ill: how much longer the healthy ones wait for a story. */
export async function measureFairness(postgres: PostgresServer): Promise<Figure[]> {
  const quiet = await waitsWith(postgres, 'fair_quiet', {});
  const ill = await waitsWith(postgres, 'fair_ill', { hole: TENTH, drip: TENTH, fault: TENTH });
  return [
    {
      ...{
        name: 'wait of healthy outlets, a tenth each silent, dripping, failing, p99',
        unit: 'ms',
      },
      ours: percentile(ill, 0.99),
      raw: { value: percentile(quiet, 0.99), is: 'nobody ill' },
      target: { of: 'ratio', atMost: WITHIN },
      also: { 'median ms': percentile(ill, 0.5), 'quiet median ms': percentile(quiet, 0.5) },
    },
  ];
}

/** Milliseconds from each story's commit to its arrival, at outlets that are well. */
async function waitsWith(
  postgres: PostgresServer,
  name: string,
  ill: Parameters<typeof mannersOf>[1],
): Promise<number[]> {
  const databaseUrl = await createDatabase(postgres, name);
  const redis = await startRedis();
  const manners = mannersOf(OUTLETS, ill);
  const outlets = await startOutlets({ manners });
  const service = await startService({ DATABASE_URL: databaseUrl, REDIS_URL: redis.url });
  const house = await openFeedHouse(service, databaseUrl, outlets.origins);
  await house.publish(WARM_UP);
  await sleep(STORIES * EVERY_MS * 0.2);
  const measured: string[] = [];
  for (let story = 0; story < STORIES; story += 1) {
    measured.push(...(await house.publish(1)));
    await sleep(EVERY_MS);
  }
  const well = house.destinations.filter((_, at) => manners[at] === 'well');
  const among = `p.article in (${listed(measured)}) and p.destination in (${listed(well)})`;
  const arrived = `select count(*) from placement p where p.placed_seq is not null and ${among}`;
  await house.until(arrived, measured.length * well.length);
  const rows = await query<{ ms: number }>(
    databaseUrl,
    `select extract(epoch from p.placed_at - a.created_at)::float8 * 1000 as ms
     from placement p join article a on a.id = p.article where ${among}`,
  );
  await service.stop();
  await outlets.stop();
  await redis.stop();
  return rows.map(({ ms }) => ms);
}

function listed(ids: readonly string[]): string {
  return ids.map((id) => `'${id}'`).join();
}
