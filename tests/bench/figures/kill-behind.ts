import { Queue } from 'bullmq';
import { QUEUE_NAMES } from '../../../src/queue/queues.ts';
import { type PostgresServer, startRedis } from '../../support/servers/index.ts';
import { createDatabase, query } from '../bench-database.ts';
import { type FeedHouse, openFeedHouse } from '../feed-house.ts';
import type { Figure } from '../figure.ts';
import { mannersOf, startOutlets } from '../outlets.ts';
import { startService } from '../service.ts';
import { percentile } from '../statistics.ts';

const OUTLETS = 200;
/** Five in a hundred never answer. */
const DEAD = 10;
const STORIES = 500;
const WITHIN_S = 2;

/**
 * A kill behind a hundred thousand placements that wait, with some outlets that never answer: until
 * each healthy outlet has confirmed it. And what that backlog costs Redis.
 */
export async function measureKillBehind(postgres: PostgresServer): Promise<Figure[]> {
  const databaseUrl = await createDatabase(postgres, 'kill_behind');
  const redis = await startRedis();
  const outlets = await startOutlets({ manners: mannersOf(OUTLETS, { hole: DEAD }) });
  const service = await startService({ DATABASE_URL: databaseUrl, REDIS_URL: redis.url });
  const house = await openFeedHouse(service, databaseUrl, outlets.origins);
  const [story = ''] = await house.publish(1);
  await house.until(`select count(*) from placement where placed_seq is not null`, OUTLETS - DEAD);
  await house.turn('paused');
  await house.publish(STORIES);
  await house.until('select count(*) from placement', OUTLETS * (STORIES + 1));
  await house.turn('active');
  const waiting = await house.count('select count(*) from placement where placed_seq is null');
  await service.api.call('POST', `/v1/articles/${story}/kill`, { reason: 'Measured.' });
  await house.until(confirmedOf(story), OUTLETS - DEAD);
  const seconds = await secondsOf(house, story);
  const jobs = await jobsOn(redis.url);
  await service.stop();
  await outlets.stop();
  await redis.stop();
  return [
    {
      ...{ name: 'kill until a healthy outlet confirms, p99', unit: 's' },
      ours: percentile(seconds, 0.99),
      target: { of: 'ours', atMost: WITHIN_S },
      also: { 'median s': percentile(seconds, 0.5), 'placements that waited': waiting },
    },
    {
      ...{ name: 'jobs on Redis with that backlog', unit: 'jobs' },
      ours: jobs,
      target: { of: 'ours', atMost: OUTLETS * QUEUE_NAMES.length },
    },
  ];
}

function confirmedOf(story: string): string {
  return `select count(*) from placement
    where article = '${story}' and wanted_op = 'withdraw' and confirmed_seq = wanted_seq`;
}

/** From the kill's own instant to each confirmation, as the record says. */
async function secondsOf({ databaseUrl }: FeedHouse, story: string): Promise<number[]> {
  const rows = await query<{ seconds: number }>(
    databaseUrl,
    `select extract(epoch from p.confirmed_at - a.killed_at)::float8 as seconds
     from placement p join article a on a.id = p.article
     where a.id = '${story}' and p.confirmed_seq = p.wanted_seq`,
  );
  return rows.map(({ seconds }) => seconds);
}

async function jobsOn(url: string): Promise<number> {
  let jobs = 0;
  for (const name of QUEUE_NAMES) {
    const queue = new Queue(name, { connection: { url }, prefix: '{imprimatur}' });
    const counts = await queue.getJobCounts();
    jobs += Object.values(counts).reduce((sum, count) => sum + count, 0);
    await queue.close();
  }
  return jobs;
}
