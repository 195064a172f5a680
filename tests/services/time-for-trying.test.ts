import { claimDue } from '../../src/db/placements/claim.ts';
import { deliverDestination } from '../../src/services/deliver/deliver-destination.ts';
import { type Desk, openDesk } from '../../src/services/deliver/desk.ts';
import { expireLicences } from '../../src/services/licences/expire-licences.ts';
import { resendPlacement } from '../../src/services/placements/resend-placement.ts';
import { type TestService, testService } from '../support/context.ts';
import { openPlacedStories } from '../support/placed-story.ts';

let service: TestService;
let stories: Awaited<ReturnType<typeof openPlacedStories>>;
let desk: Desk;
beforeAll(async () => {
  service = await testService();
  stories = await openPlacedStories(service);
  desk = openDesk(service.ctx);
});
afterAll(async () => {
  desk.close();
  await service.close();
});

const DAY_MS = 86_400_000;

/** Nobody listens at the address, so every try fails for now. */
async function waitingStory() {
  const outlet = await stories.newsroom.outlet();
  const { id: destination } = await outlet.addDestination();
  const article = await stories.newsroom.putIn();
  const licence = await outlet.ask(article);
  await stories.relay();
  const set = (columns: Record<string, unknown>) =>
    service.db.updateTable('placement').set(columns).where('article', '=', article).execute();
  const deliver = () => deliverDestination(desk, { destination, take: 'any' });
  return { destination, article, licence, set, deliver };
}

test('the three days for trying begin with the first try, and anew with each wanted state', async () => {
  const { article, set, deliver } = await waitingStory();
  expect(await stories.placementOf(article)).toMatchObject({ tried_at: null });
  await deliver();
  await set({ tried_at: new Date(Date.now() - 3 * DAY_MS), next_at: new Date(0) });
  await deliver();
  const dead = await stories.placementOf(article);
  expect(dead).toMatchObject({ dead: true, attempts: 2 });

  await resendPlacement(service.as({}), dead.id);
  await deliver();
  expect(await stories.placementOf(article)).toMatchObject({ dead: false, attempts: 1 });
});

test('a copy that may stay is left alone although a killed worker still held it', async () => {
  const { destination, article, licence, set } = await waitingStory();
  const wish = { destination, take: 'any', limit: 1, token: service.ctx.newId() } as const;
  await claimDue(service.db, wish);
  await set({ lease_until: new Date(0), next_at: new Date(0) });
  await stories.endNow(licence.id, 'keepPublished');
  await expireLicences(service.ctx);
  await stories.relay();
  expect(await stories.placementOf(article)).toMatchObject({ wanted_op: 'upsert', next_at: null });
});
