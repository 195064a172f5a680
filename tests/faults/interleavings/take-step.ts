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
import { expireLicences } from '../../../src/services/licences/expire-licences.ts';
import { relayOutbox } from '../../../src/services/relay/relay-outbox.ts';
import { reinstateOutlet, suspendOutlet } from '../../../src/services/suspend-outlet.ts';
import {
  accepting,
  answering,
  BLACK_HOLE,
  DROPPING,
  HANGING,
  type Manner,
} from '../stand/manners.ts';
import { actOnLicence } from './act-on-licence.ts';
import { leap, strand } from './leap.ts';
import { correct } from './put-in.ts';
import { REFUSED } from './refused.ts';
import { type MannerName, STORIES, type Step } from './step.ts';
import type { World } from './world.ts';

const reason = 'As it happens.';

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
    case 'end':
      return expireLicences(world.service.ctx);
    case 'publish':
      return world.articles.length < STORIES ? world.publish(step.fits) : REFUSED;
    case 'correct':
    case 'kill':
    case 'withhold':
    case 'release':
    case 'lift':
      return actOnStory(world, step);
    case 'bar':
    case 'admit':
    case 'pause':
    case 'resume':
      return actOnOutlet(world, step.do, step.outlet);
    default:
      return actOnLicence(world, step);
  }
}

async function actOnStory(
  { service, articles }: World,
  step: Step & { story: number },
): Promise<unknown> {
  const admin = service.as({});
  const id = articles[step.story];
  if (id === undefined) return REFUSED;
  switch (step.do) {
    case 'correct':
      return correct(service, id, step.fits);
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
