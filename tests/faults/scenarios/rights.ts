import { askForLicence, publish } from '../../support/seed.ts';
import { until } from '../../support/until.ts';
import type { Play, Scenario, Tally } from '../scenario.ts';
import { onStand } from '../stand/open-stand.ts';
import { addPartner } from '../stand/outlets.ts';
import { wantsOf } from '../stand/publishing.ts';
import { recover } from '../stand/recover.ts';
import { stopBeforeSend } from '../stand/stop-before-send.ts';

function revokedBetween({ tier }: Play): Promise<Tally> {
  return onStand({ tier }, async (stand) => {
    const { outlet, article, licence, letGo } = await stopBeforeSend(stand, 'terms');
    await stand.admin.post(`/v1/licences/${licence}/revoke`, { reason: 'Not paid for.' });
    await letGo();
    const since = Date.now();
    const tally = await recover(stand, {
      ...{ wants: wantsOf(outlet, article, 'nothing'), since, withinMs: 30_000 },
    });
    const text = outlet.systems.some(({ arrivals }) =>
      arrivals.some(({ operation }) => operation === 'upsert'),
    );
    const broken = text ? ['Text was sent after the licence had been revoked.'] : [];
    return { ...tally, broken: [...tally.broken, ...broken] };
  });
}

const SHIFT_MINUTES = 10;

/** Has a process believe that it is earlier or later than it is; the database knows better. */
function clockOff(minutes: number): Record<string, string> {
  const script = `
    const off = ${minutes * 60_000};
    const Real = globalThis.Date;
    globalThis.Date = class extends Real {
      constructor(...given) { given.length ? super(...given) : super(Real.now() + off); }
      static now() { return Real.now() + off; }
    };`;
  return { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(script)}` };
}

function clocksOff({ tier, full }: Play): Promise<Tally> {
  return onStand({ tier, workers: 0 }, async (stand) => {
    await stand.addWorkers(clockOff(SHIFT_MINUTES));
    await stand.addWorkers(clockOff(-SHIFT_MINUTES));
    const outlet = await addPartner(stand, full ? 20 : 4);
    const opensAt = Date.now() + (full ? 15_000 : 6_000);
    const embargoUntil = new Date(opensAt).toISOString();
    const article = await publish(stand.admin, { embargoUntil });
    await askForLicence(outlet.api, article);
    await until('the embargo has lifted', () => Date.now() >= opensAt, 30_000);
    const wants = wantsOf(outlet, article, 1);
    const tally = await recover(stand, { wants, since: opensAt, withinMs: 30_000 });
    const early = outlet.systems.flatMap(({ arrivals }) =>
      arrivals.filter(({ at }) => at < opensAt),
    );
    return { ...tally, outOfOrder: tally.outOfOrder + early.length };
  });
}

export const RIGHTS_FAULTS: readonly Scenario[] = [
  {
    name: 'A licence revoked between claim and send',
    tiers: ['PostgreSQL and Redis', 'PostgreSQL'],
    ...{ boundMs: 10_000, reduced: true, run: revokedBetween },
  },
  {
    name: 'Clocks of workers 10 min fast and slow around an embargo',
    tiers: ['PostgreSQL and Redis', 'PostgreSQL'],
    ...{ boundMs: 5_000, reduced: true, run: clocksOff },
  },
];
