import { setTimeout as pause } from 'node:timers/promises';
import { createEgress } from '../../../src/security/egress/index.ts';
import { deliverDestination } from '../../../src/services/deliver/deliver-destination.ts';
import { type Desk, openDesk } from '../../../src/services/deliver/desk.ts';
import { createDestination } from '../../../src/services/destinations/save-destination.ts';
import { relayOutbox } from '../../../src/services/relay/relay-outbox.ts';
import { requestReprint } from '../../../src/services/requests/request-reprint.ts';
import { type TestService, testService } from '../../support/context.ts';
import { DAY_MS, openNewsroom } from '../../support/newsroom.ts';
import { type System, type Systems, startSystems } from '../stand/systems.ts';
import { FILTER, putIn } from './put-in.ts';
import { OUTLETS, type Step, type Subject } from './step.ts';

/** Short, so that an outlet that says nothing costs a run little. */
const BOUNDS = { connectMs: 500, firstByteMs: 300, totalMs: 500 };
const EMBARGO_MS = 3_600_000;

type Newsroom = Awaited<ReturnType<typeof openNewsroom>>;
export type Take = (Step & { do: 'deliver' })['take'];

/** One turn of a worker at an outlet. */
interface Turn {
  outlet: number;
  startedAt: number;
  /** Infinity while it is under way. */
  endedAt: number;
  work: Promise<unknown>;
}

interface Partner {
  id: string;
  destination: string;
  system: System;
  /** Null: for the feed. @returns the licence that it got; undefined when it was refused */
  ask(article: string | null): Promise<string | undefined>;
}

/** The real services on a real database, with outlets whose systems run beside them. */
export interface World {
  service: TestService;
  partners: readonly Partner[];
  articles: string[];
  /** By outlet, then by subject: the last licence that it asked for. */
  licences: readonly Map<Subject, string>[];
  turns: Turn[];
  /** Puts one more story in. */
  publish(fits: boolean): Promise<void>;
  /** Lets a worker have a turn, and waits for it a moment only. */
  deliver(outlet: number, take: Take): Promise<void>;
  restart(): void;
  /** Waits for every turn that is under way. */
  finish(): Promise<void>;
}

/** What all runs share: opening it takes seconds. */
export interface Premises {
  service: TestService;
  systems: Systems;
  close(): Promise<void>;
}

export async function openPremises(): Promise<Premises> {
  const egress = createEgress({ allow: ['127.0.0.0/8'], bounds: BOUNDS });
  const service = await testService({ egress });
  const systems = await startSystems();
  const close = async () => {
    await systems.close();
    await service.close();
  };
  return { service, systems, close };
}

/** A publication, stories and outlets that nothing has happened to yet. */
export async function openWorld({ service, systems }: Premises): Promise<World> {
  const newsroom = await openNewsroom(service);
  const partners = await Promise.all(
    Array.from({ length: OUTLETS }, () => openPartner(newsroom, systems.add())),
  );
  const licences = partners.map(() => new Map<Subject, string>());
  const get = async (outlet: number, subject: Subject, article: string | null) =>
    void licences[outlet]?.set(subject, String(await partners[outlet]?.ask(article)));
  const publish = (fits: boolean, embargoUntil: number | null = null) =>
    putIn(service, newsroom.slug, { fits, embargoUntil });

  const oldest = await publish(true);
  await get(1, 'feed', null);
  const others = [publish(true), publish(true, Date.now() + EMBARGO_MS)];
  const articles = [oldest, ...(await Promise.all(others))];
  await Promise.all(articles.map((article, story) => get(0, story, article)));
  await relayOutbox(service.ctx);
  const turns = openTurns(service, partners);
  const publishOne = async (fits: boolean) => void articles.push(await publish(fits));
  return { service, partners, articles, licences, publish: publishOne, ...turns };
}

async function openPartner(newsroom: Newsroom, system: System): Promise<Partner> {
  const { id, own } = await newsroom.outlet();
  const made = await createDestination(own, {
    ...{ outlet: id, channel: 'webhook', format: 'html', settings: { url: system.url } },
  });
  system.trust(String(made.settings.secret));
  const ask = async (articleId: string | null) => {
    const use = { ...USE, until: own.now() + DAY_MS };
    const feed = { publication: newsroom.slug, filter: FILTER };
    const wanted = articleId === null ? { feed } : { articleId };
    return (await requestReprint(own, { ...wanted, use })).licence?.id;
  };
  return { id, destination: made.id, system, ask };
}

const USE = { media: ['web'], territories: ['world'], edits: 'none', images: 'none' } as const;

const MOMENT_MS = 15;

function openTurns({ ctx }: TestService, partners: readonly Partner[]) {
  let desk: Desk = openDesk(ctx);
  const turns: Turn[] = [];
  return {
    turns,
    async deliver(outlet: number, take: Take) {
      const destination = String(partners[outlet]?.destination);
      const turn = { outlet, startedAt: Date.now(), endedAt: Number.POSITIVE_INFINITY };
      const work = deliverDestination(desk, { destination, take }).finally(() => {
        turns[at] = { ...turn, endedAt: Date.now(), work };
      });
      const at = turns.push({ ...turn, work }) - 1;
      await Promise.race([work, pause(MOMENT_MS)]);
    },
    restart() {
      // Its leases are no longer renewed; what it has sent is still on its way.
      desk.close();
      desk = openDesk(ctx);
    },
    async finish() {
      await Promise.all(turns.map(({ work }) => work));
      desk.close();
    },
  };
}
