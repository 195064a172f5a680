import { correct } from '../../support/seed.ts';
import { until } from '../../support/until.ts';
import type { Play, Scenario, Tally } from '../scenario.ts';
import { accepting, answering, DROPPING, HANGING } from '../stand/manners.ts';
import { onStand } from '../stand/open-stand.ts';
import { addPartner } from '../stand/outlets.ts';
import { spread, wantsOf } from '../stand/publishing.ts';
import { recover } from '../stand/recover.ts';

const TIERS = ['PostgreSQL and Redis', 'PostgreSQL', 'embedded'] as const;

function failingWhileCorrected({ tier }: Play): Promise<Tally> {
  return onStand({ tier }, async (stand) => {
    const outlet = await addPartner(stand, 2);
    for (const system of outlet.systems) system.behave(answering(500));
    const [want] = await spread(stand, [outlet], 1);
    const article = String(want?.article);
    for (let version = 1; version < 5; version++) {
      const tried = () => outlet.systems.every(({ asked }) => asked() >= version);
      await until(`version ${version} fails`, tried, 60_000);
      await correct(stand.admin, article, version, { headline: `Version ${version + 1}` });
    }
    for (const system of outlet.systems) system.behave(accepting());
    const wants = wantsOf(outlet, article, 5);
    return recover(stand, { wants, since: Date.now(), withinMs: 120_000 });
  });
}

/** What hangs was taken in. The newer state must neither overtake it nor be undone by it. */
function hangingWhileCorrected({ tier }: Play): Promise<Tally> {
  return onStand({ tier }, async (stand) => {
    const outlet = await addPartner(stand, 2);
    for (const system of outlet.systems) system.behave(HANGING);
    const [want] = await spread(stand, [outlet], 1);
    const article = String(want?.article);
    const hangs = () => outlet.systems.every(({ asked }) => asked() > 0);
    await until('version 1 hangs', hangs, 60_000);
    for (const system of outlet.systems) system.behave(accepting());
    await correct(stand.admin, article, 1, { headline: 'Second' });
    const wants = wantsOf(outlet, article, 2);
    return recover(stand, { wants, since: Date.now(), withinMs: 60_000 });
  });
}

function droppedAfterTaken({ tier }: Play): Promise<Tally> {
  return onStand({ tier }, async (stand) => {
    const outlet = await addPartner(stand, 3);
    for (const system of outlet.systems) system.behave(DROPPING);
    const wants = await spread(stand, [outlet], 3);
    const taken = () => wants.every(({ system, article }) => system.standing(article));
    await until('all are taken in', taken, 60_000);
    for (const system of outlet.systems) system.behave(accepting());
    return recover(stand, { wants, since: Date.now(), withinMs: 60_000 });
  });
}

export const ORDER_FAULTS: readonly Scenario[] = [
  {
    name: 'Version 1 failing while versions 2 to 5 are published',
    ...{ tiers: TIERS, boundMs: 45_000, reduced: true, run: failingWhileCorrected },
  },
  {
    name: 'Version 1 hanging at the receiver while version 2 waits',
    ...{ tiers: TIERS, boundMs: 25_000, reduced: true, run: hangingWhileCorrected },
  },
  {
    name: 'Connections broken off after the text was taken in',
    ...{ tiers: TIERS, boundMs: 15_000, reduced: false, run: droppedAfterTaken },
  },
];
