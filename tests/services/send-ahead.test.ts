import { setTimeout as pause } from 'node:timers/promises';
import { dueDestinations } from '../../src/db/placements/due.ts';
import { formatInstant } from '../../src/domain/instant.ts';
import { moveEmbargo } from '../../src/services/articles/move-embargo.ts';
import { deliverDestination } from '../../src/services/deliver/deliver-destination.ts';
import { type Desk, openDesk } from '../../src/services/deliver/desk.ts';
import { readLicensedText } from '../../src/services/licences/read-licensed-text.ts';
import { verifyToken } from '../../src/services/licences/verify-licence.ts';
import { type TestService, testService } from '../support/context.ts';
import { DAY_MS } from '../support/newsroom.ts';
import { openPlacedStories } from '../support/placed-story.ts';
import { type Receiver, startReceiver } from '../support/receiver.ts';

let service: TestService;
let stories: Awaited<ReturnType<typeof openPlacedStories>>;
let receiver: Receiver;
let desk: Desk;
beforeAll(async () => {
  service = await testService();
  stories = await openPlacedStories(service);
  receiver = await startReceiver();
  desk = openDesk(service.ctx);
});
afterAll(async () => {
  desk.close();
  await receiver.close();
  await service.close();
});

const wholeSecond = (ms: number) => Math.ceil(ms / 1000) * 1000;

/** An outlet with a licence for a story under embargo, under terms that send ahead or do not. */
async function embargoed(advance: boolean, embargo: number) {
  await stories.newsroom.offer({ advance });
  const outlet = await stories.newsroom.outlet();
  const { id: destination, settings } = await outlet.addDestination(receiver.url);
  receiver.trust(String(settings.secret));
  const article = await stories.newsroom.putIn(embargo);
  const licence = await outlet.ask(article, { until: embargo + DAY_MS });
  await stories.relay();
  const send = () => deliverDestination(desk, { destination, take: 'any' });
  await send();
  return { outlet, destination, article, licence, send };
}

test('a text that may go ahead is there before its embargo lifts, marked with the instant', async () => {
  const embargo = wholeSecond(Date.now() + DAY_MS / 4);
  const { article, licence } = await embargoed(true, embargo);
  const [sent, ...others] = receiver.applied(article);
  expect(others).toEqual([]);
  expect(sent).toMatchObject({ operation: 'upsert', notBefore: formatInstant(embargo) });
  const mark = `EMBARGO: ${formatInstant(embargo).replace('.000', '')}`;
  expect(sent?.content?.text.startsWith('<p class="imprimatur-embargo"')).toBe(true);
  expect(sent?.content?.text).toContain(mark);
  expect(licence.from_at).toBe(embargo);
  const verdict = await verifyToken(service.ctx, { token: licence.token });
  expect(verdict).toMatchObject({ valid: false, code: 'not-yet-valid' });
});

test('an outlet that takes it itself gets it marked too, and only under such terms', async () => {
  const embargo = wholeSecond(Date.now() + DAY_MS / 4);
  const early = await embargoed(true, embargo);
  const read = (one: typeof early) =>
    readLicensedText(one.outlet.own, { licence: one.licence.id, format: 'text' });
  expect((await read(early)).text).toMatch(/^EMBARGO: /);
  const late = await embargoed(false, embargo);
  expect(receiver.applied(late.article)).toEqual([]);
  await expect(read(late)).rejects.toMatchObject({ code: 'too-early' });
});

test('once it may be published it is sent again without the mark, and then no more', async () => {
  const embargo = wholeSecond(Date.now() + 2_000);
  const { article, destination, send } = await embargoed(true, embargo);
  await send();
  expect(receiver.applied(article)).toHaveLength(1);
  expect(await stories.placementOf(article)).toMatchObject({ state: 'waiting' });
  await pause(embargo - Date.now() + 300);
  const { due } = await dueDestinations(service.db);
  expect(due.map((one) => one.destination)).toContain(destination);
  await send();
  const again = receiver.standing(article);
  expect(receiver.applied(article)).toHaveLength(2);
  expect(again).not.toHaveProperty('notBefore');
  expect(again?.content?.text).not.toContain('EMBARGO');
  await send();
  expect(receiver.applied(article)).toHaveLength(2);
  expect(await stories.placementOf(article)).toMatchObject({ state: 'placed' });
});

test('an embargo that moves is told at once to those who have the text already', async () => {
  const embargo = wholeSecond(Date.now() + DAY_MS / 4);
  const { article, send } = await embargoed(true, embargo);
  const later = embargo + DAY_MS / 4;
  await moveEmbargo(service.as({}), { id: article, until: later });
  await stories.relay();
  await send();
  expect(receiver.standing(article)).toMatchObject({ notBefore: formatInstant(later) });
});
