import { sql } from 'kysely';
import { readStanding } from '../../src/db/standing.ts';
import { sweep } from '../../src/services/relay/sweep.ts';
import { type TestService, testService } from '../support/context.ts';
import { openPlacedStories } from '../support/placed-story.ts';
import { sealAll } from '../support/sealed-log.ts';

let service: TestService;
let stories: Awaited<ReturnType<typeof openPlacedStories>>;
beforeAll(async () => {
  service = await testService();
  stories = await openPlacedStories(service);
});
afterAll(() => service.close());

const read = () => readStanding(service.db);

/** A story that is due at its outlet since `seconds` ago. */
async function dueStory(seconds: number) {
  const outlet = await stories.newsroom.outlet();
  const { id: destination } = await outlet.addDestination();
  const article = await stories.newsroom.putIn();
  await outlet.ask(article);
  await stories.relay();
  const ago = sql`now() - make_interval(secs => ${seconds})`;
  await sql`update placement set next_at = ${ago} where article = ${article}`.execute(service.db);
  const setPlacement = (set: Record<string, unknown>) =>
    service.db.updateTable('placement').set(set).where('article', '=', article).execute();
  const setDestination = (set: Record<string, unknown>) =>
    service.db.updateTable('destination').set(set).where('id', '=', destination).execute();
  const done = () => setPlacement({ next_at: null });
  return { outlet, article, destination, setPlacement, setDestination, done };
}

async function waits(): Promise<Record<string, number>> {
  const { due } = await read();
  return Object.fromEntries(
    due.map(({ queue, oldestSeconds }) => [queue, Math.floor(oldestSeconds / 10)]),
  );
}
const QUIET = { urgent: 0, deliver: 0, slow: 0, bulk: 0, verify: 0 };
const soon = () => new Date(Date.now() + 600_000);

test('a quiet service has nothing waiting', async () => {
  await sealAll(service.ctx);
  await stories.relay();
  expect(await read()).toEqual({
    outbox: { waiting: 0, oldestSeconds: 0 },
    due: Object.keys(QUIET).map((queue) => ({ queue, oldestSeconds: 0 })),
    unconfirmedKills: { placements: 0, oldestSeconds: 0 },
    dead: 0,
    openBreakers: 0,
    stopped: { paused: 0, disabled: 0 },
    unsealed: { events: 0, oldestSeconds: 0 },
  });
});

test('words that the relay has not acted on are counted, and aged by the oldest', async () => {
  await stories.newsroom.putIn();
  const outlet = await stories.newsroom.outlet();
  await outlet.ask(await stories.newsroom.putIn());
  await sql`update outbox set created_at = now() - interval '1 minute'
    where id = (select min(id) from outbox)`.execute(service.db);
  const { outbox } = await read();
  expect(outbox.waiting).toBeGreaterThanOrEqual(1);
  expect(Math.floor(outbox.oldestSeconds)).toBe(60);
  await stories.relay();
  expect((await read()).outbox).toEqual({ waiting: 0, oldestSeconds: 0 });
});

test('events without a leaf are counted, and aged by the oldest', async () => {
  await sealAll(service.ctx);
  await stories.newsroom.putIn();
  const { unsealed } = await read();
  expect(unsealed.events).toBeGreaterThan(0);
  expect(unsealed.oldestSeconds).toBeLessThan(30);
  await sealAll(service.ctx);
  expect((await read()).unsealed.events).toBe(0);
});

test('the longest wait is told for each queue', async () => {
  const prompt = await dueStory(30);
  const later = await dueStory(10);
  expect(await waits()).toEqual({ ...QUIET, deliver: 3 });
  await prompt.setPlacement({ urgent: true });
  expect(await waits()).toEqual({ ...QUIET, deliver: 1, urgent: 3 });
  await later.setPlacement({ bulk: true });
  expect(await waits()).toEqual({ ...QUIET, bulk: 1, urgent: 3 });
  await later.setPlacement({ bulk: false, verify_at: new Date(Date.now() - 50_500) });
  await later.setDestination({ slow_until: soon() });
  expect(await waits()).toEqual({ ...QUIET, slow: 1, urgent: 3, verify: 5 });
  await later.setPlacement({ verify_at: null });
  await Promise.all([prompt.done(), later.done()]);
  expect(await waits()).toEqual(QUIET);
});

test('what waits for somebody else is no wait of ours, a kill apart', async () => {
  const one = await dueStory(40);
  for (const stop of [{ state: 'paused' }, { held_until: soon() }, { open_until: soon() }]) {
    await one.setDestination({ state: 'active', held_until: new Date(0), open_until: null });
    await one.setDestination(stop);
    expect(await waits()).toEqual(QUIET);
  }
  const killed = { wanted_op: 'withdraw', wanted_reason: 'killed', urgent: true };
  await one.setPlacement(killed);
  expect(await waits()).toEqual({ ...QUIET, urgent: 4 });
  await one.done();
  await one.setDestination({ open_until: null });
});

test('since a destination may be sent to again, its work waits for us', async () => {
  const one = await dueStory(400);
  await one.setDestination({ held_until: new Date(Date.now() - 20_500) });
  expect(await waits()).toEqual({ ...QUIET, deliver: 2 });
  await one.done();
});

test('a kill counts from its commit until something says that the text is gone', async () => {
  const one = await dueStory(0);
  await stories.place(one.article);
  const since = new Date(Date.now() - 90_500);
  await one.setPlacement({ wanted_op: 'withdraw', wanted_reason: 'killed', raised_at: since });
  const { unconfirmedKills } = await read();
  expect([unconfirmedKills.placements, Math.floor(unconfirmedKills.oldestSeconds)]).toEqual([
    1, 90,
  ]);
  await one.setPlacement({ confirmed_seq: 1 });
  expect((await read()).unconfirmedKills).toEqual({ placements: 0, oldestSeconds: 0 });
});

test('destinations that get nothing, and what was given up, are counted', async () => {
  const [one, other, third] = [await dueStory(0), await dueStory(0), await dueStory(0)];
  await one.setDestination({ state: 'paused' });
  await other.setDestination({ state: 'disabled' });
  await third.setDestination({ open_until: soon() });
  await third.setPlacement({ dead: true, next_at: null });
  const { stopped, openBreakers, dead } = await read();
  expect({ stopped, openBreakers, dead }).toEqual({
    stopped: { paused: 1, disabled: 1 },
    openBreakers: 1,
    dead: 1,
  });
});

test('the sweep counts what it had to repair', async () => {
  const one = await dueStory(0);
  await sweep(service.ctx);
  const rescues = async () => {
    const text = await service.ctx.metrics.expose(Date.now(), read);
    return Number(text.match(/^imprimatur_sweep_rescues_total (\d+)$/m)?.[1]);
  };
  const before = await rescues();
  await sql`delete from placement where article = ${one.article}`.execute(service.db);
  await sweep(service.ctx);
  expect(await rescues()).toBe(before + 1);
});
