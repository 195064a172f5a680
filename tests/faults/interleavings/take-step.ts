import { DomainError } from '../../../src/domain/errors.ts';
import { killArticle } from '../../../src/services/articles/kill-article.ts';
import { moveEmbargo } from '../../../src/services/articles/move-embargo.ts';
import {
  releaseArticle,
  withholdArticle,
} from '../../../src/services/articles/withhold-article.ts';
import {
  pauseDestination,
  resumeDestination,
} from '../../../src/services/destinations/pause-destination.ts';
import {
  reinstateLicence,
  revokeLicence,
  suspendLicence,
} from '../../../src/services/licences/change-licence.ts';
import { renewLicence } from '../../../src/services/licences/renew-licence.ts';
import { relayOutbox } from '../../../src/services/relay/relay-outbox.ts';
import { reinstateOutlet, suspendOutlet } from '../../../src/services/suspend-outlet.ts';
import { DAY_MS } from '../../support/newsroom.ts';
import {
  accepting,
  answering,
  BLACK_HOLE,
  DROPPING,
  HANGING,
  type Manner,
} from '../stand/manners.ts';
import { correct } from './correct.ts';
import { leap, strand } from './leap.ts';
import type { MannerName, Step } from './step.ts';
import type { World } from './world.ts';

const reason = 'As it happens.';
const REFUSED = Symbol('nothing was done');

const MANNERS: Readonly<Record<MannerName, Manner>> = {
  accept: accepting(),
  slow: accepting(100),
  fail: answering(500),
  refuse: answering(422),
  wait: answering(429, { 'retry-after': '600' }),
  hang: HANGING,
  swallow: BLACK_HOLE,
  drop: DROPPING,
};

/** Does one step; whether the service let it be done. */
export async function takeStep(world: World, step: Step): Promise<boolean> {
  try {
    return (await act(world, step)) !== REFUSED;
  } catch (error) {
    if (error instanceof DomainError) return false;
    throw error;
  }
}

async function act(world: World, step: Step): Promise<unknown> {
  switch (step.do) {
    case 'relay':
      return relayOutbox(world.service.ctx);
    case 'strand':
      return strand(world);
    case 'leap':
      return leap(world);
    case 'restart':
      return world.restart();
    case 'deliver':
      return world.deliver(step.outlet, step.take);
    case 'behave':
      return world.partners[step.outlet]?.system.behave(MANNERS[step.manner]);
    case 'correct':
    case 'kill':
    case 'withhold':
    case 'release':
    case 'lift':
      return actOnStory(world, step.do, String(world.articles[step.story]));
    case 'bar':
    case 'admit':
    case 'pause':
    case 'resume':
      return actOnOutlet(world, step.do, step.outlet);
    default:
      return actOnLicence(world, step);
  }
}

function actOnStory(
  { service }: World,
  kind: 'correct' | 'kill' | 'withhold' | 'release' | 'lift',
  id: string,
): Promise<unknown> {
  const admin = service.as({});
  switch (kind) {
    case 'correct':
      return correct(service, id);
    case 'kill':
      return killArticle(admin, { id, reason, note: null });
    case 'withhold':
      return withholdArticle(admin, { id, reason, note: null });
    case 'release':
      return releaseArticle(admin, { id, note: null });
    case 'lift':
      return moveEmbargo(admin, { id, until: null });
  }
}

function actOnOutlet(
  { service, partners }: World,
  kind: 'bar' | 'admit' | 'pause' | 'resume',
  at: number,
): Promise<unknown> {
  const admin = service.as({});
  const { id = '', destination = '' } = partners[at] ?? {};
  switch (kind) {
    case 'bar':
      return suspendOutlet(admin, { id, reason });
    case 'admit':
      return reinstateOutlet(admin, { id, reason });
    case 'pause':
      return pauseDestination(admin, { id: destination, note: null });
    case 'resume':
      return resumeDestination(admin, { id: destination });
  }
}

async function actOnLicence(
  world: World,
  step: Step & { do: 'ask' | 'suspend' | 'revoke' | 'reinstate' | 'renew' },
): Promise<unknown> {
  const admin = world.service.as({});
  const id = await newestOf(world, String(world.licences[step.outlet]?.[step.story]));
  switch (step.do) {
    case 'ask':
      return askAgain(world, step, id);
    case 'suspend':
      return suspendLicence(admin, { id, reason });
    case 'revoke':
      return revokeLicence(admin, { id, reason });
    case 'reinstate':
      return reinstateLicence(admin, { id, reason });
    case 'renew':
      return renewLicence(admin, { id, until: admin.now() + 30 * DAY_MS, reason });
  }
}

/** A second licence beside one that may live again would be another story. */
async function askAgain(
  { service, partners, articles, licences }: World,
  { outlet, story }: { outlet: number; story: number },
  before: string,
): Promise<unknown> {
  const { state } = await service.db
    .selectFrom('licence')
    .select('state')
    .where('id', '=', before)
    .executeTakeFirstOrThrow();
  const licence = state === 'revoked' && (await partners[outlet]?.ask(String(articles[story])));
  if (!licence) return REFUSED;
  licences[outlet]?.splice(story, 1, licence);
  return licence;
}

/** The present of a licence's series: renewals and corrections put others after it. */
async function newestOf({ service }: World, id: string): Promise<string> {
  const row = await service.db
    .selectFrom('licence as l')
    .innerJoin('licence as newest', 'newest.series', 'l.series')
    .select('newest.id')
    .where('l.id', '=', id)
    .where('newest.successor', 'is', null)
    .executeTakeFirst();
  return row?.id ?? id;
}
