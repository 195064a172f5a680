import { apiOf } from './api.ts';
import type { Cast } from './cast.ts';
import { openOutlet } from './outlet/open-outlet.ts';
import { say, title } from './print.ts';
import { type Service, startService } from './service.ts';
import { addOutlets } from './steps/add-outlets.ts';
import { ask } from './steps/ask.ts';
import { audit } from './steps/audit.ts';
import { correct } from './steps/correct.ts';
import { grantByHand } from './steps/grant-by-hand.ts';
import { keepBundle } from './steps/keep-bundle.ts';
import { kill } from './steps/kill.ts';
import { lateCopy } from './steps/late-copy.ts';
import { putInStories } from './steps/put-in-stories.ts';
import { readKillBoard } from './steps/read-kill-board.ts';
import { readLicence } from './steps/read-licence.ts';
import { readRecord } from './steps/read-record.ts';
import { receive } from './steps/receive.ts';
import { setUpHouse } from './steps/set-up-house.ts';
import { subscribe } from './steps/subscribe.ts';
import { withhold } from './steps/withhold.ts';

/**
 * Starts the service and an outlet, and tells the main job from end to end.
 *
 * @param endings takes what has to be stopped afterwards, whatever happens
 * @throws DemoFailed when something that is told does not hold
 */
export async function tellStory(endings: (() => Promise<void>)[]): Promise<Cast> {
  title('Imprimatur: an article goes in, a licence comes out, the text stays correct');
  say('Starting the service with nothing installed but Node, in a temporary directory …');
  const service = await startService(endings);
  return Promise.race([perform(service, endings), service.died]);
}

async function perform(service: Service, endings: (() => Promise<void>)[]): Promise<Cast> {
  const { url, adminKey } = service;
  const admin = apiOf(url, adminKey);
  const outlet = await openOutlet();
  endings.push(outlet.close);
  say(`It answers at ${url}. A stand-in outlet listens at ${outlet.url}.`);

  const editor = await setUpHouse(admin, url);
  const stories = await putInStories(editor);
  const outlets = await addOutlets(admin, url, outlet);
  const cast: Cast = { service, admin, editor, ...outlets, anyone: apiOf(url), outlet };

  const { licence, waiting } = await ask(cast, stories, Date.now());
  await readLicence(cast, licence);
  await keepBundle(cast, licence);
  await receive(cast, stories.wall, licence);
  await grantByHand(cast, waiting, stories.interview);
  const successor = await correct(cast, stories.wall, licence);
  await lateCopy(cast, stories.wall);
  const ferry = await subscribe(cast, licence.until);
  await withhold(cast, ferry);
  await kill(cast, stories, successor);
  await readKillBoard(cast, stories.wall);
  await readRecord(cast);
  await audit(cast);
  return cast;
}
