import { Webhook } from 'standardwebhooks';
import { sendAlerts } from '../../../src/services/alerts/send-alerts.ts';
import { killArticle } from '../../../src/services/articles/kill-article.ts';
import { type Desk, openDesk } from '../../../src/services/deliver/desk.ts';
import { listNotices } from '../../../src/services/notices/list-notices.ts';
import { useLink } from '../../../src/services/placements/follow-link.ts';
import { escalate } from '../../../src/services/verify/escalate.ts';
import { type TestService, testService } from '../../support/context.ts';
import { type LocalServer, startLocalServer } from '../../support/local-server.ts';
import {
  type OutletSite,
  passTime,
  placeOnSite,
  startOutletSite,
} from '../../support/outlet-site.ts';
import { openPlacedStories } from '../../support/placed-story.ts';
import { takeCopy } from '../../support/taken-copy.ts';

const LADDER_MS = (1 + 2 + 5 + 10 + 30 + 60 + 300 + 900 + 3_600) * 1_000;
const SECRET = `whsec_${Buffer.alloc(32, 9).toString('base64')}`;

let service: TestService;
let stories: Awaited<ReturnType<typeof openPlacedStories>>;
let site: OutletSite;
let operator: LocalServer;
let desk: Desk;
beforeAll(async () => {
  service = await testService();
  service.ctx.config = { ...service.ctx.config, hasAlertHook: true };
  stories = await openPlacedStories(service);
  desk = openDesk(service.ctx);
});
beforeEach(async () => {
  site = await startOutletSite();
  operator = await startLocalServer();
});
afterEach(async () => {
  await site.close();
  await operator.close();
});
afterAll(async () => {
  desk.close();
  await service.close();
});

const kill = (id: string) =>
  killArticle(service.as({}), { id, reason: 'Not genuine.', note: null });
const hook = () => ({ url: `${operator.url}/alerts`, secret: SECRET });

async function noticesOn(kind: string, about: string) {
  const all = await listNotices(service.as({}), { kind, limit: 50 });
  return all.filter((notice) => notice.about_id === about);
}

async function lingering() {
  const story = await placeOnSite(service, desk, stories, site);
  await kill(story.article);
  await story.deliver();
  site.show({ status: 200, html: '<p>The evening ferry will call again from May.</p>' });
  await story.look();
  return story;
}

test('nobody is called while the ladder lasts, and each copy is called for once', async () => {
  const story = await lingering();
  await passTime(service, story.article, LADDER_MS - 30_000);
  expect(await escalate(service.ctx)).toBe(0);
  await passTime(service, story.article, 30_000);
  expect(await escalate(service.ctx)).toBe(1);
  expect(await escalate(service.ctx)).toBe(0);
  expect((await story.placement()).escalated_at).not.toBeNull();
});

test('the house and the outlet are told what was found, and the link of its mail confirms', async () => {
  const story = await lingering();
  await passTime(service, story.article, LADDER_MS);
  await escalate(service.ctx);
  expect(await noticesOn('copies-not-gone', story.article)).toMatchObject([
    { outlet: null, body: expect.stringContaining(`${site.origin}/ferry: The text still stands`) },
  ]);
  const { id } = await story.placement();
  const [own] = await noticesOn('copy-still-there', id);
  expect(own).toMatchObject({ outlet: story.outlet.id });
  const token = service.ctx.linkToken(own?.id ?? '');
  expect(await useLink(service.ctx, { token, note: null })).toMatchObject({ confirmed: true });
  expect(await story.placement()).toMatchObject({ confirmed_by: 'link', verify_at: null });
});

test('a system that takes no withdrawal is called for too, and its page is looked at', async () => {
  const story = await placeOnSite(service, desk, stories, site);
  site.hook(503);
  await kill(story.article);
  await story.deliver();
  await passTime(service, story.article, LADDER_MS);
  await escalate(service.ctx);
  expect(await noticesOn('copies-not-gone', story.article)).toMatchObject([
    { body: expect.stringContaining('has not taken the withdrawal') },
  ]);
  site.show({ status: 404 });
  await story.look();
  expect(await story.placement()).toMatchObject({ confirmed_by: 'page', next_at: null });
});

test('the house is told of a story once, however many copies it has', async () => {
  const one = await lingering();
  const copy = await takeCopy(service, desk, stories);
  await copy.kill();
  await copy.deliver();
  await passTime(service, one.article, LADDER_MS);
  await passTime(service, copy.article, LADDER_MS);
  expect(await escalate(service.ctx)).toBe(2);
  expect(await noticesOn('copies-not-gone', one.article)).toHaveLength(1);
  expect(await noticesOn('copies-not-gone', copy.article)).toMatchObject([
    { body: expect.stringContaining('nobody has confirmed it') },
  ]);
});

test("the operator's system gets a signed alert, again until it takes it", async () => {
  while ((await sendAlerts(service.ctx, hook())) > 0);
  operator.received.length = 0;
  const story = await lingering();
  await passTime(service, story.article, LADDER_MS);
  await escalate(service.ctx);
  operator.answer((response) => response.writeHead(500).end());
  expect(await sendAlerts(service.ctx, hook())).toBe(1);
  expect(await sendAlerts(service.ctx, hook())).toBe(0);
  await service.db
    .updateTable('alert')
    .set({ next_at: new Date(0) })
    .execute();
  operator.answer((response) => response.writeHead(204).end());
  expect(await sendAlerts(service.ctx, hook())).toBe(1);
  expect(await sendAlerts(service.ctx, hook())).toBe(0);
  const [first, second] = operator.received;
  if (!first || !second) throw new Error('the operator was told twice');
  expect(second.headers['webhook-id']).toBe(first.headers['webhook-id']);
  expect(second.body).toBe(first.body);
  const official = new Webhook(SECRET);
  const headers = second.headers as Record<string, string>;
  official.verify(second.body, headers);
  expect(() => official.verify(second.body.replace('kill', 'spill'), headers)).toThrow();
  expect(JSON.parse(second.body)).toMatchObject({
    type: 'kill.unconfirmed',
    article: { id: story.article },
    reason: 'killed',
    board: `https://rights.example/v1/kills/${story.article}`,
    placements: [{ outlet: { id: story.outlet.id }, state: 'unconfirmed' }],
  });
});

test('what is kept of an alert that is sent elsewhere holds nothing of its address', async () => {
  const story = await lingering();
  await passTime(service, story.article, LADDER_MS);
  await escalate(service.ctx);
  const { url, secret } = hook();
  const location = `${url}/of-the-operator/`;
  operator.answer((response) => response.writeHead(308, { location }).end(location));
  await sendAlerts(service.ctx, { url: `${url}/of-the-operator`, secret });
  const kept = await service.db.selectFrom('alert').selectAll().execute();
  expect(kept.at(-1)?.last_error).toContain('Redirects are not followed');
  expect(JSON.stringify(kept)).not.toContain('of-the-operator');
});

test('nothing is left for the operator where no webhook is set', async () => {
  const story = await lingering();
  await passTime(service, story.article, LADDER_MS);
  const before = await service.db.selectFrom('alert').select('id').execute();
  const { ctx } = service;
  await escalate({ ...ctx, config: { ...ctx.config, hasAlertHook: false } });
  expect(await service.db.selectFrom('alert').select('id').execute()).toEqual(before);
});
