import { askForLicence, publish } from '../../support/seed.ts';
import { until } from '../../support/until.ts';
import type { Play, Scenario, Tally } from '../scenario.ts';
import type { Want } from '../stand/count.ts';
import { accepting, answering, HANGING, type Manner } from '../stand/manners.ts';
import { onStand, type Stand } from '../stand/open-stand.ts';
import { addPartner, type Outlet } from '../stand/outlets.ts';
import { wantsOf } from '../stand/publishing.ts';
import { recover } from '../stand/recover.ts';

/** One state in which a kill may find a placement, and how an outlet gets there. */
interface Case {
  /** How the outlet answers to the text. */
  manner?: Manner;
  /** What happens before the licence is taken. */
  before?(stand: Stand, outlet: Outlet): Promise<unknown>;
  /** What happens once the text was tried. */
  after?(stand: Stand, outlet: Outlet): Promise<unknown>;
  /** Whether the text gets to the outlet at all before the kill; so by default. */
  tried?: false;
}

const pause = (_: Stand, { api, destinations }: Outlet) =>
  api.post(`/v1/destinations/${destinations[0]}/pause`, { note: 'We move tonight.' });

const CASES: Readonly<Record<string, Case>> = {
  placed: {},
  'never sent, for it was paused': { before: pause, tried: false },
  'placed, then paused': { after: pause },
  'placed, then the outlet suspended': {
    after: ({ admin }, { id }) => admin.post(`/v1/outlets/${id}/suspend`, { reason: 'Unpaid.' }),
  },
  'being sent, and not answered': { manner: HANGING },
  failing: { manner: answering(500) },
  'asked to wait for an hour': { manner: answering(503, { 'retry-after': '3600' }) },
  'gone, and so disabled': { manner: answering(410) },
  'refusing who we are, and so paused': { manner: answering(401) },
  'pointing elsewhere': { manner: answering(302, { location: 'http://127.0.0.1:9/' }) },
};

function killedInEveryState({ tier }: Play): Promise<Tally> {
  return onStand({ tier }, async (stand) => {
    const cases = Object.values(CASES);
    const outlets = await Promise.all(cases.map(() => addPartner(stand)));
    const article = await publish(stand.admin);
    await Promise.all(cases.map((each, at) => lead(stand, each, outlets[at], article)));
    for (const { behave } of stand.systems.all) behave(accepting());
    await stand.admin.post(`/v1/articles/${article}/kill`, { reason: 'It is not true.' });
    const since = Date.now();
    const wants = cases.flatMap(({ tried }, at) => wantOf(outlets[at], article, tried));
    return recover(stand, { wants, since, withinMs: 60_000 });
  });
}

async function lead(stand: Stand, each: Case, outlet: Outlet | undefined, article: string) {
  const [system] = outlet?.systems ?? [];
  if (!outlet || !system) throw new Error('every case has an outlet with a system');
  if (each.manner) system.behave(each.manner);
  await each.before?.(stand, outlet);
  await askForLicence(outlet.api, article);
  if (each.tried === false) return;
  await until('it was tried', () => system.asked() > 0, 60_000);
  if (each.manner !== HANGING) {
    await until('the try is over', () => isIdle(stand, outlet), 60_000);
  }
  await each.after?.(stand, outlet);
}

async function isIdle({ admin }: Stand, { destinations }: Outlet): Promise<boolean> {
  const path = `/v1/placements?destination=${destinations[0]}`;
  const { items } = (await admin.get<{ items: { state: string }[] }>(path)).body;
  return items.length > 0 && items.every(({ state }) => state !== 'sending');
}

function wantOf(outlet: Outlet | undefined, article: string, tried: boolean | undefined): Want[] {
  return outlet ? wantsOf(outlet, article, tried === false ? 'nothing' : 'withdrawn') : [];
}

export const KILL_FAULTS: readonly Scenario[] = [
  {
    name: 'Killed in every state',
    tiers: ['PostgreSQL and Redis', 'PostgreSQL', 'embedded'],
    ...{ boundMs: 20_000, reduced: true, run: killedInEveryState },
  },
];
