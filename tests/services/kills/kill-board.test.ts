import { killArticle } from '../../../src/services/articles/kill-article.ts';
import { withholdArticle } from '../../../src/services/articles/withhold-article.ts';
import { type Desk, openDesk } from '../../../src/services/deliver/desk.ts';
import { pauseDestination } from '../../../src/services/destinations/pause-destination.ts';
import { listBoards, readBoard } from '../../../src/services/kills/read-board.ts';
import { confirmByPerson } from '../../../src/services/placements/confirm-by-person.ts';
import { suspendOutlet } from '../../../src/services/suspend-outlet.ts';
import { type TestService, testService } from '../../support/context.ts';
import {
  type OutletSite,
  passTime,
  placeOnSite,
  startOutletSite,
} from '../../support/outlet-site.ts';
import { openPlacedStories } from '../../support/placed-story.ts';
import { takeCopy } from '../../support/taken-copy.ts';

let service: TestService;
let stories: Awaited<ReturnType<typeof openPlacedStories>>;
let site: OutletSite;
let desk: Desk;
beforeAll(async () => {
  service = await testService();
  stories = await openPlacedStories(service);
  desk = openDesk(service.ctx);
});
beforeEach(async () => {
  site = await startOutletSite();
});
afterEach(() => site.close());
afterAll(async () => {
  desk.close();
  await service.close();
});

const kill = (id: string) =>
  killArticle(service.as({}), { id, reason: 'Not genuine.', note: null });
const placed = () => placeOnSite(service, desk, stories, site);

async function boardOf(article: string) {
  const { story, copies } = await readBoard(service.as({}), article, { limit: 50 });
  const { total, confirmed, unconfirmed, unreachable } = story;
  return { copies, counts: { total, confirmed, unconfirmed, unreachable } };
}

test('a copy is unconfirmed until its page is gone, and says who it is that says so', async () => {
  const story = await placed();
  await kill(story.article);
  await story.deliver();
  site.show({ status: 200, html: '<p>The evening ferry will call again from May.</p>' });
  await story.look();
  const before = await boardOf(story.article);
  expect(before.counts).toEqual({ total: 1, confirmed: 0, unconfirmed: 1, unreachable: 0 });
  expect(before.copies).toMatchObject([
    {
      state: 'unconfirmed',
      outletName: 'The Fjord Courier',
      channel: 'webhook',
      ref: `${site.origin}/ferry`,
      attempts: 1,
      looks: 1,
      lastError: { code: 'text-shown' },
    },
  ]);
  site.show({ status: 404 });
  await passTime(service, story.article, 2_000);
  await story.look();
  const after = await boardOf(story.article);
  expect(after.counts).toEqual({ total: 1, confirmed: 1, unconfirmed: 0, unreachable: 0 });
  expect(after.copies).toMatchObject([
    { state: 'confirmed', confirmedBy: 'page', lastError: null, nextAt: null },
  ]);
});

test('a copy whose system takes nothing is unreachable, until a person says that it is gone', async () => {
  const story = await placed();
  site.hook(500);
  await kill(story.article);
  await story.deliver();
  expect((await boardOf(story.article)).copies).toMatchObject([
    { state: 'unreachable', lastError: { code: 'http-500' }, attempts: 1 },
  ]);
  const { id } = await story.placement();
  await confirmByPerson(service.as({}), { id, url: null, note: 'By telephone.' });
  expect((await boardOf(story.article)).copies).toMatchObject([
    { state: 'confirmed', confirmedBy: 'person', nextAt: null },
  ]);
});

test('what an outlet took itself is on the board beside what it was sent', async () => {
  const copy = await takeCopy(service, desk, stories);
  await copy.outlet.addDestination(site.url);
  await stories.relay();
  await copy.kill();
  await copy.deliver();
  // Nothing was sent to the webhook yet: there is nothing to take back.
  expect((await boardOf(copy.article)).copies).toMatchObject([
    { channel: 'pull', state: 'unconfirmed', attempts: 1 },
  ]);
});

test('a board is kept of withheld stories too, and of none that is live', async () => {
  const story = await placed();
  const { article: id } = story;
  await expect(readBoard(service.as({}), id, { limit: 1 })).rejects.toMatchObject({
    code: 'article-not-taken-back',
  });
  await withholdArticle(service.as({}), { id, reason: 'A source objects.', note: null });
  const board = await readBoard(service.as({}), id, { limit: 1 });
  expect(board.story).toMatchObject({ state: 'withheld', reason: 'A source objects.' });
});

test('the list has the latest first, and staff see those of their own publications', async () => {
  const [one, two] = [await placed(), await placed()];
  await kill(one.article);
  await kill(two.article);
  const [first, second] = await listBoards(service.as({}), { limit: 2 });
  expect([first?.id, second?.id]).toEqual([two.article, one.article]);
  const next = await listBoards(service.as({}), { limit: 1, after: two.article });
  expect(next.map(({ id }) => id)).toEqual([one.article]);
  const elsewhere = service.as({ publications: ['another'] });
  expect(await listBoards(elsewhere, { limit: 10 })).toEqual([]);
  await expect(readBoard(elsewhere, one.article, { limit: 1 })).rejects.toMatchObject({
    code: 'not-permitted',
  });
  const here = service.as({ publications: [stories.newsroom.slug] });
  expect(await listBoards(here, { limit: 1 })).toMatchObject([{ id: two.article }]);
});

type Story = Awaited<ReturnType<typeof placed>>;
const set = (story: Story, columns: object) =>
  service.db.updateTable('destination').set(columns).where('id', '=', story.destination).execute();

/** What may stand in a kill's way at a destination that has the text. */
const HINDRANCES: readonly (readonly [string, (story: Story) => Promise<unknown>])[] = [
  ['paused', ({ outlet, destination: id }) => pauseDestination(outlet.own, { id, note: null })],
  ['disabled', (story) => set(story, { state: 'disabled', state_code: 'gone' })],
  ['held by Retry-After', (story) => set(story, { held_until: new Date(Date.now() + 3_600_000) })],
  ['open in its breaker', (story) => set(story, { open_until: new Date(Date.now() + 900_000) })],
  [
    'at its rate',
    (story) => set(story, { per_minute: 1, rate_from: new Date(Date.now() + 60_000) }),
  ],
  [
    "a suspended outlet's",
    ({ outlet: { id } }) => suspendOutlet(service.as({}), { id, reason: 'Unanswered.' }),
  ],
  [
    'dead in its last update',
    async ({ article }) => {
      await stories.correct(article, 1);
      await stories.relay();
      await service.db
        .updateTable('placement')
        .set({ dead: true, next_at: null })
        .where('article', '=', article)
        .execute();
    },
  ],
  [
    'waiting for another try',
    async (story) => {
      site.hook(503, 3_600);
      await stories.correct(story.article, 1);
      await stories.relay();
      await story.deliver();
      site.hook(200);
    },
  ],
];

test.each(HINDRANCES)('a kill reaches a destination that is %s', async (_, hinder) => {
  const story = await placed();
  await hinder(story);
  await kill(story.article);
  await story.deliver();
  expect(site.envelopes.at(-1)).toMatchObject({ operation: 'withdraw', reason: 'killed' });
  site.show({ status: 410 });
  await story.look();
  expect((await boardOf(story.article)).counts).toMatchObject({ total: 1, confirmed: 1 });
});

test('of a story that was killed before anything left nothing is told, and no copy is counted', async () => {
  const outlet = await stories.newsroom.outlet();
  await outlet.addDestination(site.url);
  const article = await stories.newsroom.putIn(Date.now() + 3_600_000);
  await outlet.ask(article);
  await stories.relay();
  await kill(article);
  expect(await stories.placementOf(article)).toMatchObject({ state: 'placed', next_at: null });
  expect(await boardOf(article)).toEqual({
    copies: [],
    counts: { total: 0, confirmed: 0, unconfirmed: 0, unreachable: 0 },
  });
});
