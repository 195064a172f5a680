import { readFileSync } from 'node:fs';
import { until } from '../../support/until.ts';
import type { Play, Scenario, Tally } from '../scenario.ts';
import {
  accepting,
  answering,
  bombing,
  CLOSING_EARLY,
  flooding,
  GARBLING,
  type Manner,
} from '../stand/manners.ts';
import { onStand, type Stand } from '../stand/open-stand.ts';
import { addPartner } from '../stand/outlets.ts';
import { spread } from '../stand/publishing.ts';
import { recover } from '../stand/recover.ts';

const TIERS = ['PostgreSQL and Redis', 'PostgreSQL', 'embedded'] as const;
const GROWTH_MB = 150;

/** Whatever an outlet answers with, it costs us a bounded read and no more. */
function monstrous(manner: (full: boolean) => Manner) {
  return ({ tier, full }: Play): Promise<Tally> =>
    onStand({ tier }, async (stand) => {
      const outlet = await addPartner(stand, full ? 10 : 3);
      for (const system of outlet.systems) system.behave(manner(full));
      const before = heldMb(stand);
      const wants = await spread(stand, [outlet], full ? 4 : 1);
      const tally = await recover(stand, { wants, since: Date.now(), withinMs: 90_000 });
      const grown = peakMb(stand) - before;
      const broken = grown > GROWTH_MB ? [`The worker grew by ${Math.round(grown)} MB.`] : [];
      return { ...tally, broken: [...tally.broken, ...broken] };
    });
}

const heldMb = (stand: Stand) => memoryMb(stand, 'VmRSS');
const peakMb = (stand: Stand) => memoryMb(stand, 'VmHWM');

/** What the kernel says of the first process of workers. */
function memoryMb({ workers }: Stand, field: 'VmRSS' | 'VmHWM'): number {
  const status = readFileSync(`/proc/${workers[0]?.pid}/status`, 'utf8');
  return Number(new RegExp(`${field}:\\s+(\\d+)`).exec(status)?.[1]) / 1024;
}

/** What was taken in and answered like this is tried again, and takes effect once. */
function broken({ tier }: Play): Promise<Tally> {
  return onStand({ tier }, async (stand) => {
    const outlet = await addPartner(stand, 2);
    const [one, other] = outlet.systems;
    one?.behave(GARBLING);
    other?.behave(CLOSING_EARLY);
    const wants = await spread(stand, [outlet], 2);
    const tried = () => outlet.systems.every(({ asked }) => asked() >= 2);
    await until('all are tried', tried, 60_000);
    for (const system of outlet.systems) system.behave(accepting());
    return recover(stand, { wants, since: Date.now(), withinMs: 60_000 });
  });
}

/** A form of `Retry-After`, and for how long the outlet is then to be left alone. */
interface Form {
  header(now: number): string;
  waitMs: number;
}

const FORMS: readonly Form[] = [
  { header: () => '8', waitMs: 8_000 },
  { header: (now) => new Date(now + 8_000).toUTCString(), waitMs: 7_000 },
  { header: () => '0', waitMs: 0 },
  { header: () => '-5', waitMs: 0 },
  { header: () => '2.5', waitMs: 0 },
  { header: () => 'soon', waitMs: 0 },
  { header: () => '', waitMs: 0 },
  { header: (now) => new Date(now - 60_000).toUTCString(), waitMs: 0 },
];

/** Asked for more than a day: the outlet is left alone for a day and not longer. */
const MOST = ['99999999999999999999', 'Fri, 31 Dec 2199 23:59:59 GMT'];
const DAY_MS = 86_400_000;

function retryAfter({ tier }: Play): Promise<Tally> {
  return onStand({ tier }, async (stand) => {
    const headers = [...FORMS.map(({ header }) => header), ...MOST.map((text) => () => text)];
    const outlet = await addPartner(stand, headers.length);
    const askedAt: number[] = [];
    for (const [at, header] of headers.entries()) {
      const system = outlet.systems[at];
      system?.behave({
        takes: false,
        reply(response) {
          const now = Date.now();
          askedAt[at] = now;
          system.behave(accepting());
          answering(503, { 'retry-after': header(now) }).reply(response);
        },
      });
    }
    const wants = await spread(stand, [outlet], 1);
    const soon = wants.slice(0, FORMS.length);
    const patient = () => headers.every((_, at) => askedAt[at]);
    await until('all have asked for patience', patient, 60_000);
    const since = Date.now();
    const tally = await recover(stand, {
      ...{ wants: soon, since, withinMs: 60_000, leavesOpen: true },
    });
    const early = FORMS.filter(({ waitMs }, at) => {
      const came = outlet.systems[at]?.arrivals[0]?.at ?? Number.POSITIVE_INFINITY;
      return came < (askedAt[at] ?? 0) + waitMs;
    });
    const broken = [
      ...tally.broken,
      ...early.map(({ header }) => `It did not wait as asked: ${header(Date.now())}.`),
      ...(await heldTooLong(stand, outlet.destinations.slice(FORMS.length))),
    ];
    return { ...tally, broken };
  });
}

async function heldTooLong({ sql }: Stand, destinations: readonly string[]): Promise<string[]> {
  const rows = await sql<{ heldMs: number }>(
    `select extract(epoch from held_until - now())::float8 * 1000 as "heldMs" from destination
     where id in (${destinations.map((id) => `'${id}'`).join()})`,
  );
  return rows
    .filter(({ heldMs }) => heldMs > DAY_MS || heldMs < DAY_MS - 300_000)
    .map(({ heldMs }) => `An outlet that asked for years is left alone for ${heldMs} ms.`);
}

export const ANSWER_FAULTS: readonly Scenario[] = [
  {
    name: 'Replies of 300 MB',
    tiers: TIERS,
    ...{ boundMs: 60_000, reduced: true, run: monstrous(() => flooding(300)) },
  },
  {
    name: 'Replies that unpack into 300 MB',
    tiers: TIERS,
    ...{ boundMs: 60_000, reduced: false, run: monstrous((full) => bombing(full ? 300 : 100)) },
  },
  {
    name: 'Replies in broken chunks, and ones that close early',
    ...{ tiers: TIERS, boundMs: 15_000, reduced: false, run: broken },
  },
  {
    name: 'Retry-After in every form',
    tiers: ['PostgreSQL and Redis', 'PostgreSQL'],
    ...{ boundMs: 15_000, reduced: false, run: retryAfter },
  },
];
