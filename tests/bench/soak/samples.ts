import { Redis } from 'ioredis';
import type { FeedHouse } from '../feed-house.ts';
import { residentMb } from '../resident-memory.ts';

/** What was seen at one moment. */
export interface Sample {
  /** Since the first. */
  seconds: number;
  residentMb: number;
  redisMb: number;
  redisKeys: number;
  /** Placements that are not as they are wanted. */
  behind: number;
  placements: number;
  /** Placements that the sweep had to repair, since the start. */
  rescued: number;
}

interface Watched {
  house: FeedHouse;
  redisUrl: string;
}

/** Looks at once, every so often, and once more when it is stopped. */
export function lookEvery(everyMs: number, watched: Watched): { stop(): Promise<Sample[]> } {
  const redis = new Redis(watched.redisUrl);
  const startedAt = performance.now();
  const samples: Sample[] = [];
  let looking = Promise.resolve();
  const look = () => {
    looking = looking.then(async () => {
      const seconds = (performance.now() - startedAt) / 1000;
      samples.push({ seconds, ...(await see(watched, redis)) });
    });
  };
  look();
  const timer = setInterval(look, everyMs);
  return {
    async stop() {
      clearInterval(timer);
      look();
      await looking;
      redis.disconnect();
      return samples;
    },
  };
}

async function see({ house }: Watched, redis: Redis): Promise<Omit<Sample, 'seconds'>> {
  const memory = /^used_memory:(\d+)/m.exec(await redis.info('memory'))?.[1];
  return {
    residentMb: residentMb(house.service.pid),
    redisMb: Number(memory) / 2 ** 20,
    redisKeys: await redis.dbsize(),
    behind: await house.count(
      'select count(*) from placement where placed_seq is distinct from wanted_seq',
    ),
    placements: await house.count('select count(*) from placement'),
    rescued: await rescuedOf(house.service.origin),
  };
}

/** The counter that the service itself keeps. */
async function rescuedOf(origin: string): Promise<number> {
  const text = await (await fetch(`${origin}/metrics`)).text();
  const value = /^imprimatur_sweep_rescues_total(?:\{[^}]*\})? (\S+)$/m.exec(text)?.[1];
  if (value === undefined) throw new Error('the service counts no rescues of the sweep');
  return Number(value);
}
