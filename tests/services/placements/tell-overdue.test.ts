import type { Terms } from '../../../src/domain/terms.ts';
import { killArticle } from '../../../src/services/articles/kill-article.ts';
import { listNotices } from '../../../src/services/notices/list-notices.ts';
import { listPlacements } from '../../../src/services/placements/read-placements.ts';
import { tellOverdue } from '../../../src/services/placements/tell-overdue.ts';
import { takeReceipt } from '../../../src/services/receipts/take-receipt.ts';
import { type TestService, testService } from '../../support/context.ts';
import { openDeliveries } from '../../support/deliveries.ts';

const PAGE = 'https://fjord-courier.example/ferry';
const DUTIES: Partial<Terms> = {
  report: { withinHours: 24, evidence: 'url' },
  removal: { withinMinutes: 30 },
  correction: { withinMinutes: 60, notice: null },
};

let service: TestService;
let desk: Awaited<ReturnType<typeof openDeliveries>>;
beforeAll(async () => {
  service = await testService();
  desk = await openDeliveries(service);
  await desk.newsroom.offer(DUTIES);
});
beforeEach(() => desk.receiver.behave({ kind: 'accept' }));
afterAll(async () => {
  await desk.close();
  await service.close();
});

const admin = () => service.as({});
const wantedOf = async (article: string) =>
  (await listPlacements(admin(), { article, limit: 9 }))[0];

/** The time that the terms give is over. */
async function letTimePass(article: string): Promise<void> {
  await service.db
    .updateTable('placement')
    .set({ confirm_until: new Date(Date.now() - 1_000) })
    .where('article', '=', article)
    .where('confirm_until', 'is not', null)
    .execute();
}

async function overdue(article: string) {
  return (await listPlacements(admin(), { article, overdue: true, limit: 9 })).length;
}

async function eventsOf(article: string) {
  const rows = await service.db
    .selectFrom('audit_event')
    .innerJoin('audit_payload', 'audit_payload.event', 'audit_event.id')
    .select('payload')
    .where('type', '=', 'placement.overdue')
    .where('article', '=', article)
    .execute();
  return rows.map(({ payload }) => JSON.parse(payload).after.kind);
}

test('a report that does not come is told to both sides once, and met by a receipt', async () => {
  const { outlet, article, licence, send } = await desk.licensed();
  await send();
  const hours = ((await wantedOf(article))?.confirm_until ?? 0) - Date.now();
  expect(hours / 3_600_000).toBeCloseTo(24, 1);
  await tellOverdue(service.ctx);
  expect(await overdue(article)).toBe(0);

  await letTimePass(article);
  await tellOverdue(service.ctx);
  await tellOverdue(service.ctx);
  expect([await overdue(article), await eventsOf(article)]).toEqual([1, ['report']]);
  const own = await listNotices(outlet.own, { kind: 'duty-overdue', limit: 9 });
  expect(own).toMatchObject([{ subject: 'Overdue: Ferry company returns to the old harbour' }]);
  expect(own[0]?.body).toContain('report where it has published');
  const house = await listNotices(admin(), { kind: 'duties-overdue', limit: 9 });
  expect(house.filter(({ about_id }) => about_id === article)).toMatchObject([{ outlet: null }]);

  const nothingMore = { articleId: undefined, placement: undefined, version: undefined };
  await takeReceipt(outlet.own, {
    ...nothingMore,
    licence: licence.id,
    url: PAGE,
    publishedAt: undefined,
  });
  expect(await overdue(article)).toBe(0);
});

test('a text that has not arrived is not reported late; its time begins when it arrives', async () => {
  desk.receiver.behave({ kind: 'status', status: 503 });
  const { article, send } = await desk.licensed();
  await send();
  await letTimePass(article);
  await tellOverdue(service.ctx);
  expect(await overdue(article)).toBe(0);
  desk.receiver.behave({ kind: 'accept' });
  await service.db
    .updateTable('placement')
    .set({ confirm_until: new Date(Date.now() + 60_000) })
    .where('article', '=', article)
    .execute();
  await desk.letWaitPass(article);
  await send();
  const row = await wantedOf(article);
  expect(row?.placed_seq).toBe(1);
  expect(((row?.confirm_until ?? 0) - Date.now()) / 3_600_000).toBeCloseTo(24, 1);
});

test('a removal that the outlet does not take is overdue, and met when it does', async () => {
  const { article, send } = await desk.licensed();
  await send();
  await killArticle(admin(), { id: article, reason: 'Made up.', note: null });
  desk.receiver.behave({ kind: 'status', status: 500 });
  await send('urgent');
  expect((((await wantedOf(article))?.confirm_until ?? 0) - Date.now()) / 60_000).toBeCloseTo(
    30,
    0,
  );
  await letTimePass(article);
  await tellOverdue(service.ctx);
  expect(await eventsOf(article)).toEqual(['removal']);
  desk.receiver.behave({ kind: 'accept' });
  await desk.letWaitPass(article);
  await send('urgent');
  expect(await overdue(article)).toBe(0);
});

test('a correction that the outlet does not take is overdue', async () => {
  const { article, send } = await desk.licensed();
  await send();
  await desk.correct(article, 1);
  await desk.relay();
  desk.receiver.behave({ kind: 'status', status: 500 });
  await send();
  await letTimePass(article);
  await tellOverdue(service.ctx);
  expect([await overdue(article), await eventsOf(article)]).toEqual([1, ['correction']]);
});

test('where the terms ask for nothing, nothing is overdue', async () => {
  await desk.newsroom.offer({ report: null, removal: null, correction: null });
  const { article, send } = await desk.licensed();
  await send();
  expect((await wantedOf(article))?.confirm_until).toBeNull();
  await desk.newsroom.offer(DUTIES);
});
