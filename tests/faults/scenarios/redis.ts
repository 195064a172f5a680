import { setTimeout as pause } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { correct } from '../../support/seed.ts';
import { until } from '../../support/until.ts';
import type { Play, Scenario, Tally } from '../scenario.ts';
import { accepting } from '../stand/manners.ts';
import { onStand, type Stand } from '../stand/open-stand.ts';
import { addPartners } from '../stand/outlets.ts';
import { spread, wantsOf } from '../stand/publishing.ts';
import { recover } from '../stand/recover.ts';

const FLEET = ['PostgreSQL and Redis'] as const;
const WOKEN_WITHIN_MS = 5_000;

function flushed({ tier, full }: Play): Promise<Tally> {
  return onStand({ tier, workers: 2 }, async (stand) => {
    const [outlets, systems, stories] = full ? [20, 10, 50] : [4, 5, 15];
    const partners = await addPartners(stand, outlets, systems);
    for (const system of stand.systems.all) system.behave(accepting(20));
    const spreading = spread(stand, partners, stories);
    const third = (outlets * systems * stories) / 3;
    await until('a third has come', () => arrived(stand) > third, 300_000);
    await onRedis(stand, (client) => client.flushall());
    const since = Date.now();
    const before = arrived(stand);
    await until('they are woken again', () => arrived(stand) > before + 20, 60_000);
    const wokenMs = Date.now() - since;
    const tally = await recover(stand, { wants: await spreading, since, withinMs: 300_000 });
    return { ...tally, recoveryMs: wokenMs };
  });
}

function arrived({ systems }: Stand): number {
  return systems.all.reduce((sum, { arrivals }) => sum + arrivals.length, 0);
}

function awayWhilePublishing({ tier, full }: Play): Promise<Tally> {
  return onStand({ tier }, async (stand) => {
    const partners = await addPartners(stand, 3);
    const early = await spread(stand, partners, 1);
    await recover(stand, { wants: early, since: Date.now(), withinMs: 30_000 });
    const article = String(early[0]?.article);
    const stoppedAt = Date.now();
    await stand.redis?.stop();
    const wants = await spread(stand, partners, full ? 30 : 5);
    await correct(stand.admin, article, 1, { headline: 'Corrected while Redis was away' });
    const corrected = partners.flatMap((outlet) => wantsOf(outlet, article, 2));
    await pause(Math.max(0, stoppedAt + (full ? 60_000 : 4_000) - Date.now()));
    await stand.redis?.restart();
    const since = Date.now();
    return recover(stand, { wants: [...wants, ...corrected], since, withinMs: 60_000 });
  });
}

function filled({ tier, full }: Play): Promise<Tally> {
  return onStand({ tier }, async (stand) => {
    const partners = await addPartners(stand, 5, 2);
    const early = await spread(stand, partners, 1);
    await recover(stand, { wants: early, since: Date.now(), withinMs: 30_000 });
    await onRedis(stand, (client) => client.config('SET', 'maxmemory', '1'));
    const wants = await spread(stand, partners, full ? 40 : 4);
    await pause(full ? 15_000 : 3_000);
    await onRedis(stand, (client) => client.config('SET', 'maxmemory', '0'));
    return recover(stand, { wants: [...early, ...wants], since: Date.now(), withinMs: 60_000 });
  });
}

/** The dump is of a moment at which wake-ups waited that have long been attended to since. */
function restored({ tier, full }: Play): Promise<Tally> {
  return onStand({ tier }, async (stand) => {
    const partners = await addPartners(stand, 5, 2);
    for (const system of stand.systems.all) system.behave(accepting(100));
    const early = await spread(stand, partners, full ? 20 : 3);
    await stand.redis?.keepDump();
    await recover(stand, { wants: early, since: Date.now(), withinMs: 120_000 });
    const late = spread(stand, partners, full ? 20 : 3);
    await until('a new one has come', () => arrived(stand) > early.length, 60_000);
    await stand.redis?.restart('from the dump');
    const since = Date.now();
    const wants = [...early, ...(await late)];
    return recover(stand, { wants, since, withinMs: 120_000 });
  });
}

/** Runs commands on the stand's own Redis. */
async function onRedis<Answer>(
  { redis }: Stand,
  act: (client: Redis) => Promise<Answer>,
): Promise<Answer> {
  const client = new Redis(String(redis?.url));
  try {
    return await act(client);
  } finally {
    client.disconnect();
  }
}

export const REDIS_FAULTS: readonly Scenario[] = [
  {
    name: 'FLUSHALL in the middle of a fan-out of 10,000',
    ...{ tiers: FLEET, boundMs: WOKEN_WITHIN_MS, reduced: true, run: flushed },
  },
  {
    name: 'Redis down for 60 s while stories are published',
    ...{ tiers: FLEET, boundMs: 10_000, reduced: true, run: awayWhilePublishing },
  },
  {
    name: 'Redis at maxmemory',
    ...{ tiers: FLEET, boundMs: 10_000, reduced: false, run: filled },
  },
  {
    name: 'Redis restored from an old dump',
    ...{ tiers: FLEET, boundMs: 20_000, reduced: false, run: restored },
  },
];
