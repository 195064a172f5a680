import { killArticle } from '../../../src/services/articles/kill-article.ts';
import { revokeLicence } from '../../../src/services/licences/change-licence.ts';
import { type TestService, testService } from '../../support/context.ts';
import { openDeliveries } from '../../support/deliveries.ts';

let service: TestService;
let deliveries: Awaited<ReturnType<typeof openDeliveries>>;
beforeAll(async () => {
  service = await testService();
  deliveries = await openDeliveries(service);
  await deliveries.newsroom.offer({
    report: { withinHours: 2, evidence: 'url' },
    correction: { withinMinutes: 30, notice: null },
    removal: { withinMinutes: 10 },
  });
});
afterAll(async () => {
  await deliveries.close();
  await service.close();
});

const answer = (body: object, status = 200) =>
  deliveries.receiver.behave({ kind: 'status', status, body: JSON.stringify(body) });
const accept = () => deliveries.receiver.behave({ kind: 'accept' });

/** Minutes that are left for the outlet to confirm, rounded up; null when nothing is owed. */
async function owes(article: string): Promise<number | null> {
  const { confirm_until: until } = await deliveries.placementOf(article);
  return until === null ? null : Math.ceil((until - Date.now()) / 60_000);
}

test('where a text runs is owed from its first send until an address is given', async () => {
  const { article, send } = await deliveries.licensed();
  expect(await owes(article)).toBeNull();
  accept();
  await send();
  expect(await owes(article)).toBe(120);
});

test('an answer with an address pays at once, a number does not', async () => {
  const { article, send } = await deliveries.licensed();
  answer({ id: 7 });
  await send();
  expect(await owes(article)).toBe(120);
  const other = await deliveries.licensed();
  answer({ url: 'https://fjord-courier.example/ferry' });
  await other.send();
  expect(await owes(other.article)).toBeNull();
});

test('a correction is owed from its first try until it stands', async () => {
  const { article, send } = await deliveries.licensed();
  answer({ url: 'https://fjord-courier.example/ferry' });
  await send();
  await deliveries.correct(article, 1);
  await deliveries.relay();
  expect(await owes(article)).toBeNull();
  answer({}, 500);
  await send();
  expect(await owes(article)).toBe(30);
  await deliveries.letWaitPass(article);
  accept();
  await send();
  expect(await owes(article)).toBeNull();
});

test('a removal is owed from its first try until the outlet says that it is done', async () => {
  const { article, licence, send } = await deliveries.licensed();
  accept();
  await send();
  await revokeLicence(service.as({}), { id: licence.id, reason: 'Unpaid.' });
  await deliveries.relay();
  answer({}, 500);
  await send();
  expect(await owes(article)).toBe(10);
  await deliveries.letWaitPass(article);
  accept();
  await send();
  expect(await owes(article)).toBeNull();
});

test('the removal of a killed text that ran at an address is owed until it was looked for', async () => {
  const { article, send } = await deliveries.licensed();
  answer({ url: 'https://fjord-courier.example/ferry' });
  await send();
  await killArticle(service.as({}), { id: article, reason: 'Not genuine.', note: null });
  accept();
  await send('urgent');
  expect(await owes(article)).toBe(10);
});

test('a deadline that was missed is forgotten with the next one', async () => {
  const { article, send } = await deliveries.licensed();
  accept();
  await send();
  await service.db
    .updateTable('placement')
    .set({ overdue_at: new Date(), confirm_until: new Date() })
    .where('article', '=', article)
    .execute();
  await deliveries.correct(article, 1);
  await deliveries.relay();
  answer({}, 500);
  await send();
  expect(await deliveries.placementOf(article)).toMatchObject({ overdue_at: null });
});
