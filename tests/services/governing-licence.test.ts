import { changeDestination } from '../../src/services/destinations/change-destination.ts';
import { revokeLicence } from '../../src/services/licences/change-licence.ts';
import { sweep } from '../../src/services/relay/sweep.ts';
import { type TestService, testService } from '../support/context.ts';
import { DAY_MS } from '../support/newsroom.ts';
import { openPlacedStories } from '../support/placed-story.ts';

let service: TestService;
let desk: Awaited<ReturnType<typeof openPlacedStories>>;
beforeAll(async () => {
  service = await testService();
  desk = await openPlacedStories(service);
});
afterAll(() => service.close());

test('the licence in force that ends last governs, and no second one raises the number', async () => {
  const { outlet, article, licence } = await desk.licensedOutlet();
  await outlet.ask(article, { until: outlet.own.now() + DAY_MS / 2 });
  await desk.relay();
  expect(await desk.placementOf(article)).toMatchObject({ licence: licence.id, wanted_seq: 1 });

  const longer = await outlet.ask(article, { until: outlet.own.now() + 2 * DAY_MS });
  await desk.relay();
  expect(await desk.placementOf(article)).toMatchObject({ licence: longer.id, wanted_seq: 2 });
});

test('one of two licences revoked: the text stays under the other, with one upsert', async () => {
  const { outlet, article, licence } = await desk.licensedOutlet();
  const longer = await outlet.ask(article, { until: outlet.own.now() + 2 * DAY_MS });
  await desk.relay();
  await revokeLicence(service.as({}), { id: longer.id, reason: 'Unpaid.' });
  await desk.relay();
  expect(await desk.placementOf(article)).toMatchObject({
    licence: licence.id,
    wanted_seq: 3,
    wanted_op: 'upsert',
    wanted_version: 1,
  });
  await desk.place(article);

  await revokeLicence(service.as({}), { id: licence.id, reason: 'Unpaid.' });
  await desk.relay();
  expect(await desk.placementOf(article)).toMatchObject({
    wanted_seq: 4,
    wanted_op: 'withdraw',
    wanted_reason: 'revoked',
    urgent: false,
  });
});

test('a licence that has not begun does not hold back one that has', async () => {
  const { outlet, article, licence } = await desk.licensedOutlet();
  await outlet.ask(article, {
    from: outlet.own.now() + DAY_MS / 2,
    until: outlet.own.now() + 3 * DAY_MS,
  });
  await desk.relay();
  expect(await desk.placementOf(article)).toMatchObject({ licence: licence.id, wanted_seq: 1 });
});

test('repeated and late relaying touches nothing', async () => {
  const { article } = await desk.licensedOutlet();
  const before = await desk.placementOf(article);
  await service.db
    .insertInto('outbox')
    .values([
      { kind: 'licence.issued', article, outlet: null, request_id: 'again' },
      { kind: 'article.corrected', article, outlet: null, request_id: 'again' },
    ])
    .execute();
  await desk.relay();
  expect(await desk.placementOf(article)).toEqual(before);
});

test('a new licence after a withdrawal brings the same version back under a higher number', async () => {
  const { outlet, article, licence } = await desk.licensedOutlet();
  await revokeLicence(service.as({}), { id: licence.id, reason: 'Unpaid.' });
  await desk.relay();
  await desk.place(article);
  const again = await outlet.ask(article);
  await desk.relay();
  expect(await desk.placementOf(article)).toMatchObject({
    licence: again.id,
    wanted_op: 'upsert',
    wanted_seq: 3,
    wanted_version: 1,
  });
});

test('a destination that is added or changed gets what its outlet holds', async () => {
  const outlet = await desk.newsroom.outlet();
  const article = await desk.newsroom.putIn();
  await outlet.ask(article);
  await desk.relay();
  const destination = await outlet.addDestination();
  await desk.relay();
  expect(await desk.placementOf(article)).toMatchObject({
    destination: destination.id,
    wanted_seq: 1,
  });

  await changeDestination(outlet.own, {
    id: destination.id,
    format: 'json',
    settings: destination.settings,
  });
  await desk.relay();
  expect(await desk.placementOf(article)).toMatchObject({ wanted_seq: 2, wanted_version: 1 });
});

test('the sweep finds nothing where all is well, and repairs what lost its word', async () => {
  await desk.relay();
  expect(await sweep(service.ctx)).toBe(0);
  const outlet = await desk.newsroom.outlet();
  await outlet.addDestination();
  const article = await desk.newsroom.putIn();
  await outlet.ask(article);
  await service.db.deleteFrom('outbox').execute();

  expect(await sweep(service.ctx)).toBe(1);
  await desk.relay();
  expect(await desk.placementOf(article)).toMatchObject({ wanted_op: 'upsert' });
  expect(await sweep(service.ctx)).toBe(0);
});
