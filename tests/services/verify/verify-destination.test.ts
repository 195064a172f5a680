import { killArticle } from '../../../src/services/articles/kill-article.ts';
import {
  releaseArticle,
  withholdArticle,
} from '../../../src/services/articles/withhold-article.ts';
import { type Desk, openDesk } from '../../../src/services/deliver/desk.ts';
import { listAttempts } from '../../../src/services/placements/read-placements.ts';
import { type TestService, testService } from '../../support/context.ts';
import { STORY } from '../../support/newsroom.ts';
import {
  type OutletSite,
  type PageAnswer,
  passTime,
  placeOnSite,
  startOutletSite,
} from '../../support/outlet-site.ts';
import { openPlacedStories } from '../../support/placed-story.ts';

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

const placed = () => placeOnSite(service, desk, stories, site);
const kill = (id: string) =>
  killArticle(service.as({}), { id, reason: 'Not genuine.', note: null });

/** Killed, taken by the outlet's system, and looked at once. */
async function killed(page: PageAnswer) {
  const story = await placed();
  await kill(story.article);
  await story.deliver();
  site.show(page);
  await story.look();
  const attempts = await listAttempts(service.as({}), {
    placement: (await story.placement()).id,
    limit: 10,
  });
  return { ...story, seen: attempts.find(({ purpose }) => purpose === 'verify') };
}

const TEXT = `<h1>${STORY.headline}</h1><p>The evening ferry will call again from May.</p>
  <p>The town has repaired the quay.</p>`;

test.each([404, 410])('a page that answers %i is gone', async (status) => {
  const story = await killed({ status });
  expect(await story.placement()).toMatchObject({
    confirmed_by: 'page',
    verify_at: null,
    state: 'placed',
  });
  expect(story.seen).toMatchObject({ outcome: 'gone', code: `http-${status}`, status });
});

test('a page that shows the notice and nothing of the text is gone', async () => {
  const story = await placed();
  await kill(story.article);
  await story.deliver();
  const notice = site.envelopes.at(-1)?.notice;
  expect(notice?.text).toBe('A story that stood here was withdrawn by Harbour News.');
  site.show({ status: 200, html: `<main><h1>${STORY.headline}</h1>${notice?.html}</main>` });
  await story.look();
  expect(await story.placement()).toMatchObject({ confirmed_by: 'page' });
});

test.each([
  ['the text', 'there', 'text-shown', { status: 200, html: TEXT }],
  ['neither text nor notice', 'unclear', 'notice-missing', { status: 200, html: '<p>Hello.</p>' }],
  ['a way elsewhere', 'unclear', 'http-301', { status: 301, headers: { location: '/' } }],
  ['an error', 'unclear', 'http-503', { status: 503 }],
] as const)('a page that shows %s is not gone: %s', async (_, outcome, code, page) => {
  const story = await killed(page);
  expect(story.seen).toMatchObject({ outcome, code });
  expect(story.seen?.message).toMatch(/^[A-Z].*\.|\/$/);
  const placement = await story.placement();
  expect(placement.confirmed_seq).toBeLessThan(placement.wanted_seq);
  expect(placement).toMatchObject({ state: 'unconfirmed', checks: 1 });
});

test.each([
  ['beside the notice', (notice: string) => `${notice}${TEXT}`],
  ['in a part that is hidden', (notice: string) => `${notice}<div hidden>${TEXT}</div>`],
  [
    'in data for machines',
    (notice: string) =>
      `${notice}<script type="application/ld+json">{"articleBody":"The evening ferry will call again from May."}</script>`,
  ],
  ['under a notice in a comment', (notice: string) => `<!-- ${notice} -->${TEXT}`],
])('text %s still stands there', async (_, html) => {
  const story = await placed();
  await kill(story.article);
  await story.deliver();
  site.show({ status: 200, html: html(site.envelopes.at(-1)?.notice?.html ?? '') });
  await story.look();
  const placement = await story.placement();
  expect(placement.confirmed_by).not.toBe('page');
});

test('is looked at again after 1, 2, 5, 10 and 30 s, then at 1, 5, 15 and 60 min, then hourly', async () => {
  const story = await killed({ status: 200, html: TEXT });
  const waits: number[] = [];
  for (let look = 0; look < 11; look += 1) {
    const { verify_at: at } = await story.placement();
    waits.push(Math.round(((at ?? 0) - Date.now()) / 1000));
    await passTime(service, story.article, (at ?? 0) - Date.now() + 1_000);
    await story.look();
  }
  // From the minute on the withdrawal is sent again first; here its answer never comes.
  expect(waits).toEqual([1, 2, 5, 10, 30, 60 + 15, 300, 900, 3_600, 3_600, 3_600]);
});

test('from the minute on the withdrawal is sent again, under a higher number', async () => {
  const story = await killed({ status: 200, html: TEXT });
  for (let look = 0; look < 5; look += 1) {
    await passTime(service, story.article, 31_000);
    await story.look();
  }
  const before = site.envelopes.length;
  await story.deliver();
  expect(site.envelopes).toHaveLength(before);
  await passTime(service, story.article, 61_000);
  await story.deliver();
  const [earlier, later] = site.envelopes.slice(-2);
  expect(later).toMatchObject({ operation: 'withdraw', reason: 'killed' });
  expect(later?.seq).toBeGreaterThan(earlier?.seq ?? 0);
  site.show({ status: 410 });
  await story.look();
  expect(await story.placement()).toMatchObject({ confirmed_by: 'page', verify_at: null });
});

test("an address outside the outlet's origins is not looked at", async () => {
  const story = await placed();
  await service.db
    .updateTable('outlet')
    .set({ origins: JSON.stringify(['https://fjord-courier.example']) })
    .where('id', '=', story.outlet.id)
    .execute();
  await kill(story.article);
  await story.deliver();
  site.show({ status: 404 });
  await story.look();
  expect(site.looks()).toEqual([]);
  expect(await story.placement()).toMatchObject({ state: 'unconfirmed', checks: 1 });
});

test('a withheld story is looked for like a killed one, and stands again once it is released', async () => {
  const story = await placed();
  const { article: id } = story;
  await withholdArticle(service.as({}), { id, reason: 'A source objects.', note: null });
  await story.deliver();
  expect(site.envelopes.at(-1)).toMatchObject({ reason: 'withheld' });
  site.show({ status: 404 });
  await story.look();
  expect(await story.placement()).toMatchObject({
    confirmed_by: 'page',
    wanted_reason: 'withheld',
  });
  await releaseArticle(service.as({}), { id, note: null });
  await stories.relay();
  await story.deliver();
  expect(await story.placement()).toMatchObject({ placed_op: 'upsert', state: 'placed' });
  expect(site.envelopes.at(-1)?.operation).toBe('upsert');
});
