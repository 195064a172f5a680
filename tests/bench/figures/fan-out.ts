import type { PostgresServer } from '../../support/servers/index.ts';
import { createDatabase, query } from '../bench-database.ts';
import { openFeedHouse } from '../feed-house.ts';
import type { Figure } from '../figure.ts';
import { startService } from '../service.ts';
import { median } from '../statistics.ts';

const PLACEMENTS = 10_000;
const ROUNDS = 3;
const WITHIN_S = 1;

/** One new story for ten thousand standing licences: until every placement is written. */
export async function measureFanOut(postgres: PostgresServer): Promise<Figure[]> {
  const databaseUrl = await createDatabase(postgres, 'fan_out');
  const service = await startService({ DATABASE_URL: databaseUrl });
  const house = await openFeedHouse(service, databaseUrl, ['http://127.0.0.1:9/']);
  await house.turn('paused');
  await multiply(databaseUrl);
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const [story] = await house.publish(1);
    const placed = `select count(*) from placement where article = '${story}'`;
    times.push(await house.until(placed, PLACEMENTS));
  }
  await service.stop();
  return [
    {
      ...{ name: `fan-out of a story to ${PLACEMENTS} placements`, unit: 's' },
      ours: median(times) / 1000,
      raw: { value: (await insertAlone(databaseUrl)) / 1000, is: 'the rows inserted alone' },
      target: { of: 'ours', atMost: WITHIN_S },
      also: { 'slowest s': Math.max(...times) / 1000 },
    },
  ];
}

/** Copies the one outlet, its destination and its licence, without telling anyone. */
async function multiply(databaseUrl: string): Promise<void> {
  await query(
    databaseUrl,
    `set session_replication_role = replica;
     create temp table copy as
       select gen_random_uuid() as outlet, gen_random_uuid() as destination,
         gen_random_uuid() as licence, n from generate_series(2, ${PLACEMENTS}) n;
     insert into outlet select made.* from copy, outlet o,
       jsonb_populate_record(o, jsonb_build_object('id', copy.outlet)) made;
     insert into destination select made.* from copy, destination d,
       jsonb_populate_record(d, jsonb_build_object('id', copy.destination,
         'outlet', copy.outlet)) made where d.channel <> 'pull';
     insert into licence select made.* from copy, licence l,
       jsonb_populate_record(l, jsonb_build_object('id', copy.licence, 'series', copy.licence,
         'outlet', copy.outlet, 'status_index', -copy.n)) made`,
  );
  await query(databaseUrl, 'vacuum analyze');
}

/** What PostgreSQL takes to write as many rows of a table with the same indexes and nothing else. */
async function insertAlone(databaseUrl: string): Promise<number> {
  await query(databaseUrl, 'create table bare_placement (like placement including all)');
  const startedAt = performance.now();
  await query(
    databaseUrl,
    `insert into bare_placement select * from placement
     where article = (select article from placement order by id desc limit 1)`,
  );
  return performance.now() - startedAt;
}
