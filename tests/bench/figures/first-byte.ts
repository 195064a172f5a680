import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type PostgresServer, startRedis } from '../../support/servers/index.ts';
import { createServerDirectory } from '../../support/servers/server-directory.ts';
import { createDatabase } from '../bench-database.ts';
import { askForFeed } from '../feed-house.ts';
import type { Figure } from '../figure.ts';
import { mannersOf, type Outlets, startOutlets } from '../outlets.ts';
import { runProgram } from '../program.ts';
import type { PostLoopInput, PostLoopResult } from '../programs/post-loop.ts';
import { addWebhook, putIn, seed } from '../seed.ts';
import { type Service, startService } from '../service.ts';
import { percentile } from '../statistics.ts';

const ROUNDS = 40;
const PAUSE_MS = 150;

/** With nothing else to do: from a story's commit until it reaches the outlet. */
export async function measureFirstByte(postgres: PostgresServer): Promise<Figure[]> {
  const directory = createServerDirectory('bench');
  const redis = await startRedis();
  const fleet = {
    DATABASE_URL: await createDatabase(postgres, 'first_byte'),
    REDIS_URL: redis.url,
  };
  const figures = [
    await measure('Redis', fleet, 150),
    await measure('embedded', { DATA_DIR: join(directory.path, 'data') }, 400),
  ];
  await redis.stop();
  await directory.remove();
  return figures;
}

async function measure(tier: string, env: Record<string, string>, atMost: number): Promise<Figure> {
  const outlets = await startOutlets({ manners: mannersOf(1, {}) });
  const service = await startService(env);
  const { outlets: partners } = await seed(service.api, { articles: 0, outlets: 1 });
  for (const partner of partners) {
    await askForFeed(service, partner);
    await addWebhook(service.api, partner, outlets.origins[0] ?? '');
  }
  const times: number[] = [];
  let sample = '';
  for (let round = 0; round < ROUNDS; round += 1) {
    const { ms, body } = await untilArrived(service, outlets, round);
    times.push(ms);
    sample = body;
    await sleep(PAUSE_MS);
  }
  const raw = await postAlone(outlets, sample);
  await service.stop();
  await outlets.stop();
  return {
    ...{ name: `commit until the first byte arrives, ${tier}, idle, p50`, unit: 'ms' },
    ours: percentile(times, 0.5),
    raw: { value: raw, is: 'the same bytes signed and posted alone' },
    target: { of: 'ours', atMost },
    also: { 'p95 ms': percentile(times, 0.95) },
  };
}

async function untilArrived(service: Service, outlets: Outlets, round: number) {
  const arriving = outlets.expect(1);
  await putIn(service.api, round);
  const committedAt = Date.now();
  const { at, sample: body } = await arriving;
  // It may arrive before the answer to the commit has.
  return { ms: Math.max(0, (at[0] ?? 0) - committedAt), body };
}

/** Milliseconds of one post, each after the last. */
async function postAlone({ origins }: Outlets, body: string): Promise<number> {
  const input: PostLoopInput = { origins, body, concurrency: 1, count: ROUNDS };
  return (await runProgram<PostLoopResult>('post-loop', input)).ms / ROUNDS;
}
