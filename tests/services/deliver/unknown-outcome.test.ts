import { killArticle } from '../../../src/services/articles/kill-article.ts';
import { type TestService, testService } from '../../support/context.ts';
import { openDeliveries } from '../../support/deliveries.ts';
import { until } from '../../support/until.ts';

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

/** A story of which one send ended without an answer. */
async function left(followsSeq: boolean) {
  const one = await deliveries.licensed({ followsSeq });
  deliveries.receiver.behave({ kind: 'drop' });
  await one.send();
  deliveries.receiver.behave({ kind: 'accept' });
  const [attempt] = await deliveries.attemptsOf(one.article);
  expect(attempt).toMatchObject({ outcome: 'later', doubtful: true });
  expect(await deliveries.placementOf(one.article)).toMatchObject({ outcome_unknown: true });
  await deliveries.letWaitPass(one.article);
  return one;
}

const seqs = (article: string) => deliveries.delivered(article).map(({ seq }) => seq);

test('a receiver that takes whatever comes gets the newest once more, after a quiet time', async () => {
  const { article, send } = await left(false);
  await send();
  const waiting = await deliveries.placementOf(article);
  expect(waiting).toMatchObject({ placed_seq: 1, wanted_seq: 2, state: 'waiting' });
  expect((waiting.next_at ?? 0) - Date.now()).toBeGreaterThan(25_000);
  await deliveries.letWaitPass(article);
  await send();
  expect(await deliveries.placementOf(article)).toMatchObject({
    ...{ placed_seq: 2, wanted_seq: 2, next_at: null, outcome_unknown: false },
  });
  expect(seqs(article)).toEqual([1, 1, 2]);
});

test('a receiver that follows the order by itself gets nothing twice', async () => {
  const { article, send } = await left(true);
  await send();
  expect(await deliveries.placementOf(article)).toMatchObject({
    ...{ placed_seq: 1, wanted_seq: 1, next_at: null, outcome_unknown: false },
  });
  expect(seqs(article)).toEqual([1, 1]);
});

test('what is left open stays so until the newest state is placed', async () => {
  const { article, send } = await left(false);
  await deliveries.correct(article, 1);
  await deliveries.relay();
  deliveries.receiver.behave({ kind: 'status', status: 500 });
  await send();
  expect(await deliveries.placementOf(article)).toMatchObject({ outcome_unknown: true });
  deliveries.receiver.behave({ kind: 'accept' });
  await deliveries.letWaitPass(article);
  await send();
  expect(await deliveries.placementOf(article)).toMatchObject({ placed_seq: 2, wanted_seq: 3 });
});

test('a worker that never said what came of its try leaves it open', async () => {
  const one = await deliveries.licensed({ followsSeq: false });
  await service.db
    .updateTable('placement')
    .set({ lease_token: service.ctx.newId(), lease_until: new Date(0) })
    .where('article', '=', one.article)
    .execute();
  await one.send();
  expect(await deliveries.placementOf(one.article)).toMatchObject({ placed_seq: 1, wanted_seq: 2 });
});

test('a kill ends a send that hangs, and follows at once', async () => {
  const one = await deliveries.licensed();
  deliveries.receiver.behave({ kind: 'hang' });
  const startedAt = Date.now();
  const sending = one.send();
  await until('the text is on its way', () => deliveries.delivered(one.article).length > 0);
  await killArticle(service.as({}), { id: one.article, reason: 'Not genuine.', note: null });
  deliveries.receiver.behave({ kind: 'accept' });
  deliveries.desk.inFlight.stopArticle(one.article);
  await sending;
  expect(Date.now() - startedAt).toBeLessThan(5_000);
  expect(seqs(one.article)).toEqual([1, 2]);
  const [kill, text] = await deliveries.attemptsOf(one.article);
  expect(kill).toMatchObject({ operation: 'withdraw', outcome: 'placed', doubtful: false });
  expect(text).toMatchObject({ outcome: 'ours', code: 'aborted', doubtful: true });
});

test('the end of sending text of a story does not end its withdrawal', async () => {
  const one = await deliveries.licensed();
  await one.send();
  await killArticle(service.as({}), { id: one.article, reason: 'Not genuine.', note: null });
  deliveries.receiver.behave({ kind: 'accept', afterMs: 300 });
  const sending = one.send();
  await until('the kill is on its way', () => seqs(one.article).length === 2);
  deliveries.desk.inFlight.stopArticle(one.article);
  await sending;
  expect(await deliveries.placementOf(one.article)).toMatchObject({ placed_op: 'withdraw' });
});
