import { openReports } from '../../support/reports.ts';
import {
  addDestination,
  askForLicence,
  correct,
  type Page,
  type Placement,
  publish,
} from '../../support/seed.ts';

let desk: Awaited<ReturnType<typeof openReports>>;
beforeAll(async () => {
  desk = await openReports();
});
afterAll(() => desk.close());

test.each([
  ['outside the origins', 'https://elsewhere.example/pilot-boat'],
  ['of an origin that only begins the same', 'https://courier.example.evil.example/pilot-boat'],
  ['of the other scheme', 'http://courier.example/pilot-boat'],
])('a page %s is refused, naming the origins', async (_name, url) => {
  const there = await desk.delivered();
  const { status, body } = await desk.say(there, { url });
  expect([status, body.errors?.[0]?.pointer]).toEqual([422, '#/url']);
  expect(body.errors?.[0]?.detail).toContain('https://courier.example');
});

test('a version that was never sent is refused, and those that were are named', async () => {
  const there = await desk.delivered();
  await correct(desk.app.admin, there.article, 1, { headline: 'Corrected' });
  const { status, body } = await desk.say(there, { version: 2 });
  expect([status, body.errors?.[0]?.pointer]).toEqual([422, '#/version']);
  expect(body.errors?.[0]?.detail).toContain('sent was: 1');
});

test('of several destinations the placement has to be named, and is found by its page', async () => {
  const there = await desk.delivered();
  await addDestination(there.api, there.id, desk.receiver, 'text').then((id) =>
    desk.worker.send(id),
  );
  const path = `/v1/placements?article=${there.article}`;
  const placements = (await there.api.get<Page<Placement>>(path)).body.items;
  expect(placements).toHaveLength(2);
  const unnamed = await desk.say(there);
  expect([unnamed.status, unnamed.body.errors?.[0]?.pointer]).toEqual([422, '#/placement']);
  const [first] = placements;
  const named = await desk.say(there, { placement: first?.id });
  expect([named.status, named.body.placement]).toEqual([201, first?.id]);
  expect((await desk.say(there)).body.placement).toBe(first?.id);
});

test('what was never sent, or is of another article, cannot be reported', async () => {
  const there = await desk.delivered();
  const unsent = await askForLicence(there.api, await publish(desk.app.admin));
  const nothing = await desk.say({ ...there, licence: unsent });
  expect([nothing.status, nothing.body.code]).toEqual([409, 'nothing-sent']);
  const foreign = await desk.say(there, { placement: there.article });
  expect(foreign.body.errors?.[0]?.pointer).toBe('#/placement');
  const other = await desk.say(there, { articleId: await publish(desk.app.admin) });
  expect(other.body.errors?.[0]?.pointer).toBe('#/articleId');
});
