import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { startRedis } from '../support/servers/index.ts';
import { ensureServers } from '../support/servers/install-servers.ts';
import { createDatabase, startDurablePostgres } from './bench-database.ts';
import { openFeedHouse } from './feed-house.ts';
import { mannersOf, startOutlets } from './outlets.ts';
import { startService } from './service.ts';
import { runNewsDay } from './soak/news-day.ts';
import { asSoakTable, judgeSoak } from './soak/report.ts';
import { lookEvery } from './soak/samples.ts';

const OUTLETS = 100;
const LOOKS = 60;
/** What is under way at the end is given so long to arrive. */
const SETTLE_MS = 30_000;

/**
 * A news day at a steady rate: stories, corrections and kills to a hundred outlets. Prints what the
 * service, Redis and the backlog were at, and fails where something grew, was lost or had to be
 * rescued.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { minutes: { type: 'string', default: '10' } } });
  const minutes = Number(values.minutes);
  if (!(minutes > 0)) throw new Error('--minutes takes a number above 0.');
  ensureServers();
  const postgres = await startDurablePostgres();
  const redis = await startRedis();
  const outlets = await startOutlets({ manners: mannersOf(OUTLETS, {}) });
  const databaseUrl = await createDatabase(postgres, 'soak');
  const service = await startService({ DATABASE_URL: databaseUrl, REDIS_URL: redis.url });
  const house = await openFeedHouse(service, databaseUrl, outlets.origins);
  const durationMs = minutes * 60_000;
  const looks = lookEvery(durationMs / LOOKS, { house, redisUrl: redis.url });
  const made = await runNewsDay(house, durationMs);
  await sleep(SETTLE_MS);
  const samples = await looks.stop();
  const verdict = judgeSoak(samples);
  console.log(asSoakTable(samples));
  console.log(`\n${JSON.stringify(made)}\n${verdict.lines.join('\n')}`);
  await service.stop();
  await outlets.stop();
  await redis.stop();
  await postgres.stop();
  process.exitCode = verdict.held ? 0 : 1;
}

await main();
