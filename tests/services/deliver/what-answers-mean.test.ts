import { killArticle } from '../../../src/services/articles/kill-article.ts';
import { revokeLicence } from '../../../src/services/licences/change-licence.ts';
import { listPlacements } from '../../../src/services/placements/read-placements.ts';
import { resendPlacement } from '../../../src/services/placements/resend-placement.ts';
import { type TestService, testService } from '../../support/context.ts';
import { openDeliveries } from '../../support/deliveries.ts';

let service: TestService;
let deliveries: Awaited<ReturnType<typeof openDeliveries>>;
beforeAll(async () => {
  service = await testService();
  deliveries = await openDeliveries(service);
});
afterAll(async () => {
  await deliveries.close();
  await service.close();
});
beforeEach(() => deliveries.receiver.behave({ kind: 'accept' }));

const answer = (body: object) =>
  deliveries.receiver.behave({ kind: 'status', status: 200, body: JSON.stringify(body) });
const status = (code: number) => deliveries.receiver.behave({ kind: 'status', status: code });
const because = { reason: 'Not genuine.', note: null };
const PAGE = 'https://fjord-courier.example/ferry';

const kill = (article: string) => killArticle(service.as({}), { id: article, ...because });
const receiptsOf = (article: string) =>
  service.db.selectFrom('receipt').selectAll().where('article', '=', article).execute();

async function destinationOf(id: string) {
  return service.db
    .selectFrom('destination')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
}

test('an answer with an address confirms the copy, and is kept as its receipt', async () => {
  const { article, send } = await deliveries.licensed();
  answer({ id: 'post-7', url: PAGE });
  await send();
  expect(await deliveries.placementOf(article)).toMatchObject({
    ...{ state: 'placed', remote_ref: PAGE, confirmed_seq: 1, confirmed_by: 'answer' },
  });
  expect(await receiptsOf(article)).toEqual([
    expect.objectContaining({
      seq: 1,
      version: 1,
      operation: 'upsert',
      source: 'answer',
      url: PAGE,
    }),
  ]);
});

test('an answer without a name for the copy confirms nothing', async () => {
  const { article, send } = await deliveries.licensed();
  await send();
  const placement = await deliveries.placementOf(article);
  expect(placement).toMatchObject({ state: 'placed', confirmed_seq: null });
  expect(await receiptsOf(article)).toEqual([]);
  const unconfirmed = await listPlacements(service.as({}), { article, confirmed: false, limit: 9 });
  expect(unconfirmed.map(({ id }) => id)).toEqual([placement.id]);
  expect(await listPlacements(service.as({}), { article, confirmed: true, limit: 9 })).toEqual([]);
});

test('an address that is known outlives an answer that has only a number', async () => {
  const { article, send } = await deliveries.licensed();
  answer({ url: PAGE });
  await send();
  await resendPlacement(service.as({}), (await deliveries.placementOf(article)).id);
  answer({ id: 7 });
  await send();
  expect(await deliveries.placementOf(article)).toMatchObject({
    remote_ref: PAGE,
    confirmed_seq: 2,
  });
});

test('a kill of what ran at an address is not believed before somebody has looked', async () => {
  const { article, send } = await deliveries.licensed();
  answer({ url: PAGE });
  await send();
  await kill(article);
  await send('urgent');
  const killed = await deliveries.placementOf(article);
  expect(killed).toMatchObject({ state: 'unconfirmed', placed_seq: 2, confirmed_seq: 1 });
  expect(killed.verify_at).toBeLessThanOrEqual(Date.now());
});

test('a kill where no address is known is confirmed by the answer', async () => {
  const { article, send } = await deliveries.licensed();
  await send();
  await kill(article);
  await send('urgent');
  expect(await deliveries.placementOf(article)).toMatchObject({
    ...{ state: 'placed', placed_op: 'withdraw', confirmed_seq: 2, verify_at: null },
  });
});

test('what the outlet says is gone is not taken back again, and stops no destination', async () => {
  const { article, destination, licence, send } = await deliveries.licensed();
  await send();
  await revokeLicence(service.as({}), { id: licence.id, reason: 'Unpaid.' });
  await deliveries.relay();
  status(410);
  await send();
  expect(await deliveries.placementOf(article)).toMatchObject({
    ...{ state: 'placed', placed_op: 'withdraw', confirmed_seq: null, next_at: null },
  });
  expect(await destinationOf(destination)).toMatchObject({ state: 'active' });
});

test('that an endpoint is gone is no word that a killed text is', async () => {
  const { article, send } = await deliveries.licensed();
  await send();
  await kill(article);
  status(410);
  await send('urgent');
  expect(await deliveries.placementOf(article)).toMatchObject({ state: 'unconfirmed' });
});

test.each([404, 401, 410, 500, 429])(
  'a kill that is answered %i is never given up',
  async (code) => {
    const { article, send } = await deliveries.licensed();
    await send();
    await kill(article);
    status(code);
    for (let tries = 0; tries < 5; tries++) {
      await send('urgent');
      await deliveries.letWaitPass(article);
    }
    const { dead, attempts, state } = await deliveries.placementOf(article);
    expect(dead).toBe(false);
    expect([attempts, state]).toEqual(code === 410 ? [1, 'unconfirmed'] : [5, 'failing']);
  },
);

test('Retry-After holds the destination, and no kill', async () => {
  const { article, destination, send } = await deliveries.licensed();
  deliveries.receiver.behave({ kind: 'status', status: 503, retryAfterSeconds: 600 });
  await send();
  const held = (await destinationOf(destination)).held_until;
  expect(held - Date.now()).toBeGreaterThan(590_000);
  await kill(article);
  await send('urgent');
  const [last] = await deliveries.attemptsOf(article);
  expect(last).toMatchObject({ operation: 'withdraw', outcome: 'later' });
  expect((await destinationOf(destination)).held_until).toBe(held);
  expect((await deliveries.placementOf(article)).next_at).toBeLessThan(Date.now() + 5_000);
});

test('what was refused three times is given up, and sent again on demand', async () => {
  const { article, send } = await deliveries.licensed();
  status(422);
  for (let tries = 0; tries < 3; tries++) {
    await send();
    await deliveries.letWaitPass(article);
  }
  const given = await deliveries.placementOf(article);
  expect(given).toMatchObject({ state: 'dead', attempts: 3, next_at: null });
  deliveries.receiver.behave({ kind: 'accept' });
  const again = await resendPlacement(service.as({}), given.id);
  expect(again).toMatchObject({ state: 'waiting', wanted_seq: 2, attempts: 0, raised_by: 'test' });
  await send();
  expect(await deliveries.placementOf(article)).toMatchObject({ state: 'placed', placed_seq: 2 });
});

test('a withdrawal is sent again on demand, and nothing of a killed story is', async () => {
  const { article, licence, send } = await deliveries.licensed();
  await send();
  await revokeLicence(service.as({}), { id: licence.id, reason: 'Unpaid.' });
  await deliveries.relay();
  await send();
  const { id } = await deliveries.placementOf(article);
  await resendPlacement(service.as({}), id);
  await send();
  expect(await deliveries.placementOf(article)).toMatchObject({
    placed_seq: 3,
    placed_op: 'withdraw',
  });
  await kill(article);
  await expect(resendPlacement(service.as({}), id)).rejects.toMatchObject({
    code: 'article-killed',
  });
});
