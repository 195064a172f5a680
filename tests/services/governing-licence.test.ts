import { correctArticle } from '../../src/services/articles/correct-article.ts';
import { killArticle } from '../../src/services/articles/kill-article.ts';
import { changeDestination } from '../../src/services/destinations/save-destination.ts';
import { expireLicences } from '../../src/services/licences/expire-licences.ts';
import { revokeLicence } from '../../src/services/licences/revoke-licence.ts';
import { listPlacements } from '../../src/services/placements/read-placements.ts';
import { relayOutbox } from '../../src/services/relay/relay-outbox.ts';
import { sweep } from '../../src/services/relay/sweep.ts';
import { type TestService, testService } from '../support/context.ts';
import { DAY_MS, openNewsroom, STORY } from '../support/newsroom.ts';

let service: TestService;
let newsroom: Awaited<ReturnType<typeof openNewsroom>>;
beforeAll(async () => {
  service = await testService();
  newsroom = await openNewsroom(service);
});
afterAll(() => service.close());

const relay = () => relayOutbox(service.ctx);

async function placementOf(article: string) {
  const [placement] = await listPlacements(service.as({}), { article, limit: 10 });
  if (!placement) throw new Error('nothing is wanted anywhere');
  return placement;
}

/** What a worker would have done: the text stands at the outlet. */
async function place(article: string): Promise<void> {
  await service.db
    .updateTable('placement')
    .set((eb) => ({
      sent: true,
      placed_seq: eb.ref('wanted_seq'),
      placed_op: eb.ref('wanted_op'),
      placed_version: eb.ref('wanted_version'),
      next_at: null,
    }))
    .where('article', '=', article)
    .execute();
}

async function licensedOutlet() {
  const outlet = await newsroom.outlet();
  await outlet.addDestination();
  const article = await newsroom.putIn();
  const licence = await outlet.ask(article);
  await relay();
  await place(article);
  return { outlet, article, licence };
}

function correct(article: string, expected: number) {
  return correctArticle(service.as({}), {
    id: article,
    expected,
    publication: undefined,
    externalId: undefined,
    correctionNote: 'The month was wrong.',
    mandatory: false,
    content: { ...STORY, images: [], publishedAt: undefined },
  });
}

test('the licence in force that ends last governs, and no second one raises the number', async () => {
  const { outlet, article, licence } = await licensedOutlet();
  await outlet.ask(article, { until: outlet.own.now() + DAY_MS / 2 });
  await relay();
  expect(await placementOf(article)).toMatchObject({ licence: licence.id, wanted_seq: 1 });

  const longer = await outlet.ask(article, { until: outlet.own.now() + 2 * DAY_MS });
  await relay();
  expect(await placementOf(article)).toMatchObject({ licence: longer.id, wanted_seq: 2 });
});

test('one of two licences revoked: the text stays under the other, with one upsert', async () => {
  const { outlet, article, licence } = await licensedOutlet();
  const shorter = await outlet.ask(article, { until: outlet.own.now() + DAY_MS / 2 });
  await relay();
  await revokeLicence(service.as({}), { id: licence.id, reason: 'Unpaid.' });
  await relay();
  expect(await placementOf(article)).toMatchObject({
    licence: shorter.id,
    wanted_seq: 2,
    wanted_op: 'upsert',
    wanted_version: 1,
  });
  await place(article);

  await revokeLicence(service.as({}), { id: shorter.id, reason: 'Unpaid.' });
  await relay();
  expect(await placementOf(article)).toMatchObject({
    wanted_seq: 3,
    wanted_op: 'withdraw',
    wanted_reason: 'revoked',
    urgent: false,
  });
});

test('a licence that has not begun does not hold back one that has', async () => {
  const { outlet, article, licence } = await licensedOutlet();
  await outlet.ask(article, {
    from: outlet.own.now() + DAY_MS / 2,
    until: outlet.own.now() + 3 * DAY_MS,
  });
  await relay();
  expect(await placementOf(article)).toMatchObject({ licence: licence.id, wanted_seq: 1 });
});

test('a correction raises the successor and not the old licence', async () => {
  const { article, licence } = await licensedOutlet();
  await correct(article, 1);
  await relay();
  const placement = await placementOf(article);
  expect(placement).toMatchObject({ wanted_seq: 2, wanted_version: 2, urgent: true });
  expect(placement.licence).not.toBe(licence.id);
  const old = await service.db
    .selectFrom('licence')
    .select(['state', 'successor'])
    .where('id', '=', licence.id)
    .executeTakeFirst();
  expect(old).toEqual({ state: 'superseded', successor: placement.licence });
});

test('two relays at once issue one successor', async () => {
  const { article, licence } = await licensedOutlet();
  await correct(article, 1);
  const { succeedLicences } = await import('../../src/services/relay/succeed-licences.ts');
  await Promise.all([1, 2, 3].map(() => succeedLicences(service.ctx, [article])));
  const successors = await service.db
    .selectFrom('licence')
    .select(['id', 'series', 'article_version'])
    .where('prev', '=', licence.id)
    .execute();
  expect(successors).toEqual([
    { id: expect.any(String), series: licence.series, article_version: 2 },
  ]);
});

test('repeated and late relaying touches nothing', async () => {
  const { article } = await licensedOutlet();
  const before = await placementOf(article);
  await service.db
    .insertInto('outbox')
    .values([
      { kind: 'licence.issued', article, outlet: null, request_id: 'again' },
      { kind: 'article.corrected', article, outlet: null, request_id: 'again' },
    ])
    .execute();
  await relay();
  expect(await placementOf(article)).toEqual(before);
});

test('a kill is wanted from its own commit on, before any relay runs', async () => {
  const { article, licence } = await licensedOutlet();
  await killArticle(service.as({}), { id: article, reason: 'Not genuine.', note: null });
  expect(await placementOf(article)).toMatchObject({
    wanted_op: 'withdraw',
    wanted_reason: 'killed',
    urgent: true,
  });
  await relay();
  const killed = await service.db
    .selectFrom('licence')
    .select(['state', 'end_reason'])
    .where('id', '=', licence.id)
    .executeTakeFirst();
  expect(killed).toEqual({ state: 'revoked', end_reason: 'article-killed' });
});

test('what was never sent is not withdrawn over the wire', async () => {
  const outlet = await newsroom.outlet();
  await outlet.addDestination();
  const article = await newsroom.putIn();
  const licence = await outlet.ask(article);
  await relay();
  await revokeLicence(service.as({}), { id: licence.id, reason: 'A mistake.' });
  await relay();
  expect(await placementOf(article)).toMatchObject({
    wanted_op: 'withdraw',
    placed_op: 'withdraw',
    state: 'placed',
    next_at: null,
  });
});

test('a revocation that has not arrived yet becomes a kill', async () => {
  const { article, licence } = await licensedOutlet();
  await revokeLicence(service.as({}), { id: licence.id, reason: 'Unpaid.' });
  await relay();
  await killArticle(service.as({}), { id: article, reason: 'Not genuine.', note: null });
  expect(await placementOf(article)).toMatchObject({ wanted_reason: 'killed', wanted_seq: 3 });
});

test('an expired licence withdraws at ordinary priority', async () => {
  const { article, licence } = await licensedOutlet();
  await endNow(licence.id, 'remove');
  await expireLicences(service.ctx);
  await relay();
  expect(await placementOf(article)).toMatchObject({
    wanted_op: 'withdraw',
    wanted_reason: 'expired',
    urgent: false,
  });
});

test('copies that may stay after the end stay, and are killed all the same', async () => {
  const { article, licence } = await licensedOutlet();
  await endNow(licence.id, 'keepPublished');
  await expireLicences(service.ctx);
  await relay();
  expect(await placementOf(article)).toMatchObject({ wanted_op: 'upsert', wanted_seq: 1 });
  await killArticle(service.as({}), { id: article, reason: 'Not genuine.', note: null });
  expect(await placementOf(article)).toMatchObject({
    wanted_op: 'withdraw',
    wanted_reason: 'killed',
  });
});

test('a new licence after a withdrawal brings the same version back under a higher number', async () => {
  const { outlet, article, licence } = await licensedOutlet();
  await revokeLicence(service.as({}), { id: licence.id, reason: 'Unpaid.' });
  await relay();
  await place(article);
  const again = await outlet.ask(article);
  await relay();
  expect(await placementOf(article)).toMatchObject({
    licence: again.id,
    wanted_op: 'upsert',
    wanted_seq: 3,
    wanted_version: 1,
  });
});

test('a destination that is added or changed gets what its outlet holds', async () => {
  const outlet = await newsroom.outlet();
  const article = await newsroom.putIn();
  await outlet.ask(article);
  await relay();
  const destination = await outlet.addDestination();
  await relay();
  expect(await placementOf(article)).toMatchObject({ destination: destination.id, wanted_seq: 1 });

  await changeDestination(outlet.own, {
    id: destination.id,
    format: 'json',
    settings: destination.settings,
  });
  await relay();
  expect(await placementOf(article)).toMatchObject({ wanted_seq: 2, wanted_version: 1 });
});

test('the sweep finds nothing where all is well, and repairs what lost its word', async () => {
  await relay();
  expect(await sweep(service.ctx)).toBe(0);
  const outlet = await newsroom.outlet();
  await outlet.addDestination();
  const article = await newsroom.putIn();
  await outlet.ask(article);
  await service.db.deleteFrom('outbox').execute();

  expect(await sweep(service.ctx)).toBe(1);
  await relay();
  expect(await placementOf(article)).toMatchObject({ wanted_op: 'upsert' });
  expect(await sweep(service.ctx)).toBe(0);
});

async function endNow(licence: string, afterExpiry: 'remove' | 'keepPublished'): Promise<void> {
  const ended = new Date(Date.now() - 1_000);
  await service.db
    .updateTable('licence')
    .set({ from_at: new Date(0), until_at: ended, after_expiry: afterExpiry })
    .where('id', '=', licence)
    .execute();
}
