import { until } from '../../support/until.ts';
import type { Play, Scenario, Tally } from '../scenario.ts';
import { accepting, BLACK_HOLE } from '../stand/manners.ts';
import { onStand, type Stand } from '../stand/open-stand.ts';
import { addPartners, each, type Outlet } from '../stand/outlets.ts';
import { spread, wantsOf } from '../stand/publishing.ts';
import { p99 } from '../stand/quantile.ts';
import { recover } from '../stand/recover.ts';

const BOUND_MS = 2_000;

/**
 * A story stands everywhere when the outlets fall ill and a mountain piles up. What is timed is the
 * kill's way to the healthy ones, from before it was asked for until it has come.
 */
function killedBehind({ tier, full }: Play): Promise<Tally> {
  return onStand({ tier, workers: 2 }, async (stand) => {
    const partners = await addPartners(stand, 20, full ? 10 : 2);
    const wants = await spread(stand, partners, 1);
    await recover(stand, { wants, since: Date.now(), withinMs: 60_000 });
    const article = String(wants[0]?.article);
    const dead = partners.slice(0, 1);
    const healthy = partners.slice(1);
    for (const { systems } of dead) for (const system of systems) system.behave(BLACK_HOLE);
    await pileUp(stand, partners, full ? 500 : 40);
    const killedAt = Date.now();
    await stand.admin.post(`/v1/articles/${article}/kill`, { reason: 'It is not true.' });
    const told = healthy.flatMap((outlet) => wantsOf(outlet, article, 'withdrawn'));
    const tally = await recover(stand, {
      ...{ wants: told, since: killedAt, withinMs: 60_000, leavesOpen: true },
    });
    const tookMs = told.map(
      ({ system }) => (system.standing(article)?.at ?? Number.POSITIVE_INFINITY) - killedAt,
    );
    return { ...tally, recoveryMs: p99(tookMs) };
  });
}

/** Nobody works while the mountain is made; then it is there before much of it has gone. */
async function pileUp(stand: Stand, partners: readonly Outlet[], stories: number): Promise<void> {
  await stand.killWorkers();
  const wants = await spread(stand, partners, stories);
  for (const { systems } of partners.slice(1)) {
    for (const system of systems) system.behave(accepting(5));
  }
  await each(2, 2, () => stand.addWorkers());
  await until('all is wanted', () => isWanted(stand, wants.length), 120_000);
}

async function isWanted({ sql }: Stand, placements: number): Promise<boolean> {
  const [row] = await sql<{ count: number }>('select count(*)::int as count from placement');
  return (row?.count ?? 0) >= placements;
}

export const KILLS_UNDER_LOAD: readonly Scenario[] = [
  {
    name: 'Killed behind 100,000 pending, 5 % of the outlets dead',
    tiers: ['PostgreSQL and Redis', 'PostgreSQL'],
    ...{ boundMs: BOUND_MS, reduced: false, run: killedBehind },
  },
];
