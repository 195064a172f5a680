import { killArticle } from '../../src/services/articles/kill-article.ts';
import { releaseArticle, withholdArticle } from '../../src/services/articles/withhold-article.ts';
import { sendSample } from '../../src/services/destinations/test-destination.ts';
import { resendPlacement } from '../../src/services/placements/resend-placement.ts';
import { type TestService, testService } from '../support/context.ts';
import { connect } from './connected.ts';

let service: TestService;
let connected: Awaited<ReturnType<typeof connect>>;
beforeAll(async () => {
  service = await testService();
  connected = await connect(service);
});
afterAll(async () => {
  await connected.close();
  await service.close();
});

/** A story that stands at the outlet. */
async function placedStory() {
  const { stories, outlet, send, site } = connected;
  const article = await stories.newsroom.putIn();
  await outlet.ask(article);
  await send();
  const placement = await stories.placementOf(article);
  return { article, placement: placement.id, page: () => site.pages.get(placement.id) };
}

const lastStatus = () => connected.caught.at(-1)?.status;

test('a licensed story is filed, and where it stands is known to the service', async () => {
  const { article, page } = await placedStory();
  expect(lastStatus()).toBe(200);
  expect(page()).toMatch(/^<h1[^>]*>Ferry company returns[\s\S]*©/);
  const placement = await connected.stories.placementOf(article);
  expect(placement).toMatchObject({ remote_ref: 'https://outlet.example/posts/7' });
});

test('a correction replaces it, and late messages of before change nothing', async () => {
  const { article, page } = await placedStory();
  const first = connected.caught.at(-1);
  await connected.stories.correct(article, 1);
  await connected.send();
  const corrected = page();
  const done = connected.site.done.length;
  if (!first) throw new Error('the first message was caught');
  const { status, body } = await connected.receiver.take(first);
  expect([status, JSON.parse(body).outcome]).toEqual([200, 'ignored']);
  expect(connected.site.done).toHaveLength(done);
  expect(page()).toBe(corrected);
});

test('the same state sent again is applied once more, under its new number', async () => {
  const { placement } = await placedStory();
  await resendPlacement(service.as({}), placement);
  await connected.send();
  expect(connected.site.done.slice(-2)).toEqual(['publish 1', 'publish 2']);
});

test('a kill takes it down, and the message of before does not bring it back', async () => {
  const { article, page } = await placedStory();
  const first = connected.caught.at(-1);
  await killArticle(service.as({}), { id: article, reason: 'A source withdrew.', note: null });
  await connected.send();
  expect([lastStatus(), page()]).toEqual([200, undefined]);
  if (!first) throw new Error('the first message was caught');
  expect(JSON.parse((await connected.receiver.take(first)).body)).toMatchObject({
    outcome: 'ignored',
  });
  expect(page()).toBeUndefined();
});

test('a withheld story goes, and comes back when it is released', async () => {
  const { article, page } = await placedStory();
  const admin = service.as({});
  await withholdArticle(admin, { id: article, reason: 'A name is being checked.', note: null });
  await connected.send();
  expect(page()).toBeUndefined();
  await releaseArticle(admin, { id: article, note: null });
  await connected.send();
  expect(page()).toMatch(/^<h1[^>]*>Ferry company/);
});

test('a sample is understood and filed nowhere', async () => {
  const { outlet, destination, site } = connected;
  const before = [...site.done];
  const { outcome } = await sendSample(outlet.own, destination);
  expect(outcome).toMatchObject({ class: 'placed', status: 200 });
  expect(outcome.excerpt).toContain('"sample"');
  expect(site.done).toEqual(before);
});
