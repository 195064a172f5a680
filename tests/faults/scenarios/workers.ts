import { correct } from '../../support/seed.ts';
import { until } from '../../support/until.ts';
import type { Play, Scenario, Tally } from '../scenario.ts';
import { accepting, HANGING } from '../stand/manners.ts';
import { onStand } from '../stand/open-stand.ts';
import { addPartner, type Outlet } from '../stand/outlets.ts';
import { spread, wantsOf } from '../stand/publishing.ts';
import { recover } from '../stand/recover.ts';
import { stopBeforeSend } from '../stand/stop-before-send.ts';

const SERVERS = ['PostgreSQL and Redis', 'PostgreSQL'] as const;
/** A lease runs for 12 s, and a wake-up that died with its worker for a little longer. */
const TAKEN_OVER_MS = 15_000;

function killedBeforeSend({ tier }: Play): Promise<Tally> {
  return onStand({ tier }, async (stand) => {
    const { outlet, article, letGo } = await stopBeforeSend(stand, 'article_version');
    const since = await stand.relieveWorkers();
    const sent = outlet.systems.reduce((sum, system) => sum + system.asked(), 0);
    await letGo();
    const broken = sent > 0 ? ['It was sent before the worker was killed.'] : [];
    return recover(stand, { wants: wantsOf(outlet, article, 1), since, withinMs: 60_000, broken });
  });
}

function killedAfterSend(times: number) {
  return ({ tier }: Play): Promise<Tally> =>
    onStand({ tier }, async (stand) => {
      const outlet = await addPartner(stand, 5);
      // Taken in, and never said so: to the sender these are of unknown outcome.
      for (const system of outlet.systems) system.behave(HANGING);
      let asked = anyAsked(outlet);
      let since = 0;
      const wants = await spread(stand, [outlet], 2);
      for (let time = 1; time <= times; time++) {
        await asked;
        asked = anyAsked(outlet);
        since = await stand.relieveWorkers();
      }
      for (const system of outlet.systems) system.behave(accepting());
      return recover(stand, { wants, since, withinMs: 60_000 });
    });
}

function anyAsked({ systems }: Outlet): Promise<unknown> {
  return Promise.race(systems.map((system) => system.nextAsked()));
}

/** It has claimed version 1 when it is stopped, and goes on when version 2 has long been placed. */
function stoppedPastLease({ tier }: Play): Promise<Tally> {
  return onStand({ tier }, async (stand) => {
    const { outlet, article, letGo } = await stopBeforeSend(stand, 'article_version');
    const [stopped] = stand.workers;
    if (!stopped) throw new Error('there is one worker');
    await stand.addWorkers();
    process.kill(stopped.pid, 'SIGSTOP');
    const stoppedAt = Date.now();
    await letGo();
    const first = wantsOf(outlet, article, 1);
    const taken = await recover(stand, { wants: first, since: stoppedAt, withinMs: 60_000 });
    await correct(stand.admin, article, 1, { headline: 'Corrected while a worker was stopped' });
    const wants = wantsOf(outlet, article, 2);
    await recover(stand, { wants, since: Date.now(), withinMs: 30_000 });
    process.kill(stopped.pid, 'SIGCONT');
    const after = await recover(stand, { wants, since: Date.now(), withinMs: 30_000 });
    const sent = outlet.systems.reduce((sum, system) => sum + system.asked(), 0);
    const broken = sent > 2 ? [`It was sent ${sent} times: the stopped worker sent too.`] : [];
    return { ...after, recoveryMs: taken.recoveryMs, broken: [...after.broken, ...broken] };
  });
}

function toldToEnd({ tier, full }: Play): Promise<Tally> {
  return onStand({ tier }, async (stand) => {
    const outlet = await addPartner(stand, full ? 10 : 3);
    for (const system of outlet.systems) system.behave(accepting(300));
    const wants = await spread(stand, [outlet], full ? 60 : 25);
    const begun = () => outlet.systems.some(({ asked }) => asked() > 0);
    await until('deliveries are under way', begun, 60_000);
    const [worker] = stand.workers;
    const ended = await worker?.stop();
    const leased = await stand.sql('select 1 from placement where lease_token is not null');
    for (const system of outlet.systems) system.behave(accepting());
    const since = Date.now();
    stand.workers.length = 0;
    await stand.addWorkers();
    const broken = [
      ...(ended?.code === 0 ? [] : [`It ended with ${ended?.code ?? ended?.signal}.`]),
      ...(leased.length > 0 ? [`It left ${leased.length} leases.`] : []),
    ];
    const tally = await recover(stand, { wants, since, withinMs: 60_000, broken });
    return { ...tally, recoveryMs: ended?.ms ?? Number.POSITIVE_INFINITY };
  });
}

export const WORKER_FAULTS: readonly Scenario[] = [
  {
    name: 'SIGKILL of a worker before the send',
    ...{ tiers: SERVERS, boundMs: TAKEN_OVER_MS, reduced: true, run: killedBeforeSend },
  },
  {
    name: 'SIGKILL of a worker after the send, before completion',
    tiers: [...SERVERS, 'embedded'],
    ...{ boundMs: TAKEN_OVER_MS, reduced: false, run: killedAfterSend(1) },
  },
  {
    name: 'SIGKILL of workers three times in a row',
    tiers: [...SERVERS, 'embedded'],
    ...{ boundMs: TAKEN_OVER_MS, reduced: false, run: killedAfterSend(3) },
  },
  {
    name: 'SIGSTOP past the lease, then SIGCONT',
    ...{ tiers: SERVERS, boundMs: TAKEN_OVER_MS, reduced: true, run: stoppedPastLease },
  },
  {
    name: 'SIGTERM under load',
    ...{ tiers: SERVERS, boundMs: 30_000, reduced: true, run: toldToEnd },
  },
];
