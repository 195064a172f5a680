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
import { OUTLETS, STORIES, type Step } from './step.ts';

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
  /** The licence that it got; undefined when it was refused. */
  ask(article: string): Promise<string | undefined>;
}

/** The real services on a real database, with outlets whose systems run beside them. */
export interface World {
  service: TestService;
  partners: readonly Partner[];
  articles: readonly string[];
  /** By outlet, then by story: the newest licence. */
  licences: string[][];
  turns: Turn[];
  /** Lets a worker have a turn, and waits for it a moment only. */
  deliver(outlet: number, take: Take): Promise<void>;
  restart(): void;
  /** Waits for every turn that is under way. */
  finish(): Promise<void>;
}

/** What all runs share: opening it takes seconds. */
export interface Premises {
  service: TestService;
  newsroom: Newsroom;
  systems: Systems;
  close(): Promise<void>;
}

export async function openPremises(): Promise<Premises> {
  const egress = createEgress({ allow: ['127.0.0.0/8'], bounds: BOUNDS });
  const service = await testService({ egress });
  const systems = await startSystems();
  const newsroom = await openNewsroom(service);
  const close = async () => {
    await systems.close();
    await service.close();
  };
  return { service, newsroom, systems, close };
}

/** Stories and outlets that nothing has happened to yet. */
export async function openWorld({ service, newsroom, systems }: Premises): Promise<World> {
  const partners = await Promise.all(
    Array.from({ length: OUTLETS }, () => openPartner(newsroom, systems.add())),
  );
  const articles = await Promise.all(
    Array.from({ length: STORIES }, (_, at) =>
      newsroom.putIn(at === STORIES - 1 ? Date.now() + EMBARGO_MS : null),
    ),
  );
  const licences = await Promise.all(
    partners.map(({ ask }) => Promise.all(articles.map(async (id) => String(await ask(id))))),
  );
  await relayOutbox(service.ctx);
  return { service, partners, articles, licences, ...openTurns(service, partners) };
}

async function openPartner(newsroom: Newsroom, system: System): Promise<Partner> {
  const { id, own } = await newsroom.outlet();
  const made = await createDestination(own, {
    ...{ outlet: id, channel: 'webhook', format: 'html', settings: { url: system.url } },
  });
  system.trust(String(made.settings.secret));
  const ask = async (articleId: string) => {
    const use = { ...USE, until: own.now() + DAY_MS };
    return (await requestReprint(own, { articleId, use })).licence?.id;
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
