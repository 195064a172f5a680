import { databaseOn } from '../../../src/db/database.ts';
import { dueDestinations } from '../../../src/db/placements/due.ts';
import { postgresPool } from '../../../src/db/postgres-pool.ts';
import type { PostgresServer } from '../../support/servers/index.ts';
import { createDatabase, query } from '../bench-database.ts';
import { openFeedHouse } from '../feed-house.ts';
import type { Figure } from '../figure.ts';
import { startService } from '../service.ts';
import { median } from '../statistics.ts';

const DESTINATIONS = 5_000;
const STORIES = 100;
const PENDING = DESTINATIONS * STORIES;
const ROUNDS = 9;
const WITHIN_MS = 150;

/** One look for due work while half a million placements wait. */
export async function measureDueScan(postgres: PostgresServer): Promise<Figure[]> {
  const databaseUrl = await createDatabase(postgres, 'due_scan');
  const service = await startService({ DATABASE_URL: databaseUrl });
  const house = await openFeedHouse(service, databaseUrl, ['http://127.0.0.1:9/']);
  await house.turn('paused');
  await house.publish(1);
  await house.until('select count(*) from placement', 1);
  await service.stop();
  await pile(databaseUrl);
  const db = databaseOn(postgresPool(databaseUrl));
  const ours = await rounds(() => dueDestinations(db));
  await db.destroy();
  const raw = await rounds(() =>
    query(databaseUrl, 'select distinct destination from placement where next_at <= now()'),
  );
  return [
    {
      ...{ name: `one look for due work, ${PENDING} placements pending`, unit: 'ms', ours },
      raw: { value: raw, is: 'select distinct over the index' },
      target: { of: 'ours', atMost: WITHIN_MS },
      also: { destinations: DESTINATIONS },
    },
  ];
}

/** Copies the one placement for many destinations and stories, all of them due. */
async function pile(databaseUrl: string): Promise<void> {
  await query(
    databaseUrl,
    `set session_replication_role = replica;
     insert into destination select made.* from generate_series(2, ${DESTINATIONS}) n,
       destination d, jsonb_populate_record(d, jsonb_build_object('id', md5(random()::text || n)::uuid,
         'state', 'active')) made where d.channel <> 'pull';
     insert into placement select made.* from destination d, generate_series(1, ${STORIES}) n,
       placement p, jsonb_populate_record(p, jsonb_build_object('id', md5(random()::text || n)::uuid,
         'destination', d.id, 'article', md5(random()::text || n)::uuid,
         'next_at', now() - random() * interval '1 hour')) made
       where d.channel <> 'pull' and d.state = 'active'`,
  );
  await query(databaseUrl, 'vacuum analyze');
}

async function rounds(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const startedAt = performance.now();
    await work();
    times.push(performance.now() - startedAt);
  }
  return median(times);
}
