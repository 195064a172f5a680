import { askForLicence, publish } from '../../support/seed.ts';
import { until } from '../../support/until.ts';
import type { Play, Scenario, Tally } from '../scenario.ts';
import { isThere, type Want } from '../stand/count.ts';
import { accepting, answering, BLACK_HOLE, DRIPPING, type Manner } from '../stand/manners.ts';
import { onStand, type Stand } from '../stand/open-stand.ts';
import { addPartner, addPartners, each, type Outlet } from '../stand/outlets.ts';
import { spread, wantsOf } from '../stand/publishing.ts';
import { p99 } from '../stand/quantile.ts';
import { recover } from '../stand/recover.ts';

const TIERS = ['PostgreSQL and Redis', 'PostgreSQL'] as const;
/** Below this the machine's own noise is larger than what is looked for. */
const TOO_SHORT_TO_COMPARE_MS = 1_000;

interface Timed {
  wants: Want[];
  /** From the licence to the arrival, for each want, in milliseconds. */
  tookMs: number[];
}

/** Publishes stories one by one, and notes how long each took to every outlet. */
async function timed(stand: Stand, outlets: readonly Outlet[], stories: number): Promise<Timed> {
  const timed: Timed = { wants: [], tookMs: [] };
  for (let story = 0; story < stories; story++) {
    const article = await publish(stand.admin);
    await each(outlets.length, 4, async (at) => {
      const outlet = outlets[at];
      if (!outlet) return;
      const asked = Date.now();
      await askForLicence(outlet.api, article);
      const wants = wantsOf(outlet, article, 1);
      await until('it has come', () => wants.every(isThere), 60_000).catch(() => {});
      timed.wants.push(...wants);
      timed.tookMs.push(...wants.map((want) => arrivalMs(want) - asked));
    });
  }
  return timed;
}

function arrivalMs({ system, article }: Want): number {
  return system.standing(article)?.at ?? Number.POSITIVE_INFINITY;
}

/**
 * What the neighbours of trouble have to wait, against what they had to before. Only at full length:
 * the short form is played beside other tests, which slow down one of the two.
 */
function slowedDown(quiet: Timed, troubled: Timed, full: boolean): string[] {
  if (!full) return [];
  const [before, after] = [p99(quiet.tookMs), p99(troubled.tookMs)];
  const allowed = Math.max(2 * before, TOO_SHORT_TO_COMPARE_MS);
  return after <= allowed
    ? []
    : [`The 99th percentile of the healthy rose from ${before} ms to ${after} ms.`];
}

function noisyNeighbour({ tier, full }: Play): Promise<Tally> {
  return onStand({ tier }, async (stand) => {
    const outlets = await addPartners(stand, full ? 10 : 4);
    const noisy = await addPartner(stand, 10);
    const quiet = await timed(stand, outlets, full ? 10 : 3);
    for (const system of noisy.systems) system.behave(accepting(200));
    const noise = await spread(stand, [noisy], full ? 300 : 30);
    const troubled = await timed(stand, outlets, full ? 10 : 3);
    for (const system of noisy.systems) system.behave(accepting());
    const tally = await recover(stand, {
      wants: [...noise, ...quiet.wants, ...troubled.wants],
      ...{ since: Date.now(), withinMs: 120_000, broken: slowedDown(quiet, troubled, full) },
    });
    return { ...tally, recoveryMs: p99(troubled.tookMs) };
  });
}

const TROUBLES: readonly Manner[] = [BLACK_HOLE, DRIPPING, answering(500)];

/** One tenth of the outlets swallows all, one drips, one fails; the others must not notice. */
function troubledTenths({ tier, full }: Play): Promise<Tally> {
  return onStand({ tier }, async (stand) => {
    const perTrouble = full ? 10 : 2;
    const healthy = await addPartners(stand, 7 * perTrouble);
    const ill = await addPartners(stand, 3 * perTrouble);
    const quiet = await timed(stand, healthy, full ? 5 : 2);
    ill.forEach(({ systems }, at) => {
      for (const system of systems) system.behave(TROUBLES[at % 3] ?? BLACK_HOLE);
    });
    const missed = await spread(stand, ill, full ? 50 : 5);
    const troubled = await timed(stand, healthy, full ? 20 : 4);
    for (const outlet of ill) await heal(outlet);
    const tally = await recover(stand, {
      wants: [...missed, ...quiet.wants, ...troubled.wants],
      ...{ since: Date.now(), withinMs: 120_000, broken: slowedDown(quiet, troubled, full) },
    });
    return { ...tally, recoveryMs: p99(troubled.tookMs) };
  });
}

/** The outlet mends its system, and says so. */
async function heal({ api, systems, destinations }: Outlet): Promise<void> {
  for (const system of systems) system.behave(accepting());
  for (const id of destinations) {
    await api.post(`/v1/destinations/${id}/pause`, { note: 'We mend it.' });
    await api.post(`/v1/destinations/${id}/resume`);
  }
}

export const NEIGHBOUR_FAULTS: readonly Scenario[] = [
  {
    name: 'One noisy neighbour',
    ...{ tiers: TIERS, boundMs: 3_000, reduced: false, run: noisyNeighbour },
  },
  {
    name: '10 % black holes, 10 % drips, 10 % failing with 500',
    ...{ tiers: TIERS, boundMs: 3_000, reduced: true, run: troubledTenths },
  },
];
