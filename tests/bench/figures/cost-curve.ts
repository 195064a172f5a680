import type { PostgresServer } from '../../support/servers/index.ts';
import { createDatabase } from '../bench-database.ts';
import { openFeedHouse } from '../feed-house.ts';
import type { Figure } from '../figure.ts';
import { mannersOf, startOutlets } from '../outlets.ts';
import { residentMb } from '../resident-memory.ts';
import { startService } from '../service.ts';

const OUTLETS = 200;
const SIZES = [1_000, 10_000, 100_000] as const;
const LOOK_EVERY_MS = 200;
/** Of the time per placement from one size to the next: no worse than linear, and what a run varies. */
const GROWTH = 1.2;

interface Cost {
  placements: number;
  ms: number;
  peakMb: number;
}

/** Time and memory for ten times, and a hundred times, as many placements. */
export async function measureCostCurve(postgres: PostgresServer): Promise<Figure[]> {
  const costs: Cost[] = [];
  for (const placements of SIZES) costs.push(await costOf(postgres, placements));
  return costs.map((cost, at) => figureOf(cost, costs[at - 1]));
}

function figureOf({ placements, ms, peakMb }: Cost, smaller: Cost | undefined): Figure {
  const raw = smaller && { value: perThousand(smaller), is: `at ${smaller.placements}` };
  return {
    ...{ name: `cost of ${placements} placements`, unit: 'ms per 1,000' },
    ours: perThousand({ placements, ms }),
    raw,
    ...(smaller && { target: { of: 'ratio', atMost: GROWTH } }),
    also: { 'all s': ms / 1000, 'peak MB': peakMb },
  };
}

function perThousand({ placements, ms }: Pick<Cost, 'placements' | 'ms'>): number {
  return (ms * 1000) / placements;
}

async function costOf(postgres: PostgresServer, placements: number): Promise<Cost> {
  const databaseUrl = await createDatabase(postgres, `cost_${placements}`);
  const outlets = await startOutlets({ manners: mannersOf(OUTLETS, {}) });
  const service = await startService({ DATABASE_URL: databaseUrl });
  const house = await openFeedHouse(service, databaseUrl, outlets.origins);
  await house.turn('paused');
  await house.publish(placements / OUTLETS);
  await house.until('select count(*) from placement', placements);
  let peakMb = 0;
  const look = setInterval(() => {
    peakMb = Math.max(peakMb, residentMb(service.pid));
  }, LOOK_EVERY_MS);
  await house.turn('active');
  const ms = await house.until(
    'select count(*) from placement where placed_seq is not null',
    placements,
  );
  clearInterval(look);
  await service.stop();
  await outlets.stop();
  return { placements, ms, peakMb };
}
