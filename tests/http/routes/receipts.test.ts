import type { ApiClient } from '../../support/api-client.ts';
import { openReports, PAGE, type Receipt } from '../../support/reports.ts';
import { addOutlet, askForLicence, correct, type Page, publish } from '../../support/seed.ts';

interface Notice {
  kind: string;
  outlet: string | null;
  body: string;
  about: { id: string };
}

let desk: Awaited<ReturnType<typeof openReports>>;
beforeAll(async () => {
  desk = await openReports();
});
afterAll(() => desk.close());

test('the word that a text runs confirms it, and tells where', async () => {
  const there = await desk.delivered();
  const { status, body } = await desk.say(there, { publishedAt: '2026-03-01T06:00:00Z' });
  expect([status, body.confirmed, body.notices]).toEqual([201, true, []]);
  expect(body).toMatchObject({ version: 1, source: 'receipt', url: PAGE });
  expect(await desk.rowOf(there)).toMatchObject({
    remote_ref: PAGE,
    confirmed_seq: 1,
    confirmed_by: 'receipt',
  });
});

test('said again it is the same receipt, with or without an Idempotency-Key', async () => {
  const there = await desk.delivered();
  const first = await desk.say(there);
  const again = await desk.say(there);
  expect([again.status, again.body.id]).toEqual([200, first.body.id]);
  const key = { 'idempotency-key': 'r-1' };
  const other = { url: `${PAGE}?page=2` };
  const keyed = await desk.say(there, other, key);
  const replayed = await desk.say(there, other, key);
  expect([keyed.status, replayed.status]).toEqual([201, 201]);
  expect(replayed.body.id).toBe(keyed.body.id);
});

test('an older version is kept, says where, and confirms nothing', async () => {
  const there = await desk.delivered();
  await correct(desk.app.admin, there.article, 1, { headline: 'Corrected' });
  await desk.worker.send(there.destination);
  const before = await desk.rowOf(there);
  const { status, body } = await desk.say(there, { version: 1 });
  expect([status, body.confirmed, body.version]).toEqual([201, false, 1]);
  expect(body.notices).toMatchObject([{ code: 'newer-version' }]);
  const after = await desk.rowOf(there);
  expect(after.remote_ref).toBe(PAGE);
  expect(after.confirmed_seq).toBe(before.confirmed_seq);
});

test('a new number that was not sent yet is not confirmed by the word on the last one', async () => {
  const there = await desk.delivered();
  const placement = await desk.rowOf(there);
  await there.api.post(`/v1/placements/${placement.id}/resend`, {});
  const { body } = await desk.say(there);
  expect([body.seq, body.confirmed]).toEqual([1, false]);
  await desk.worker.send(there.destination);
  expect(desk.receiver.standing(there.article)?.seq).toBe(2);
  expect((await desk.say(there)).body).toMatchObject({ seq: 2, confirmed: true });
});

test('the word that a killed story runs takes back that it is gone, and calls people', async () => {
  const there = await desk.delivered();
  await desk.app.admin.post(`/v1/articles/${there.article}/kill`, { reason: 'It was made up.' });
  await desk.worker.send(there.destination);
  expect(await desk.rowOf(there)).toMatchObject({ confirmed_seq: 2 });
  const { status, body } = await desk.say(there);
  expect([status, body.confirmed]).toEqual([201, false]);
  expect(body.notices).toMatchObject([{ code: 'take-down' }]);
  const row = await desk.rowOf(there);
  expect(row).toMatchObject({ remote_ref: PAGE, confirmed_seq: null, wanted_op: 'withdraw' });
  expect(row.verify_at).not.toBeNull();
  const { body: notices } = await desk.app.admin.get<Page<Notice>>(
    '/v1/notices?kind=copy-reported',
  );
  const told = notices.items.filter(({ about }) => about.id === row.id);
  expect(new Set(told.map(({ outlet }) => outlet))).toEqual(new Set([there.id, null]));
  expect(told[0]?.body).toContain(PAGE);
});

test('a receiver that reports before it answers is believed', async () => {
  const there = await desk.delivered();
  const article = await publish(desk.app.admin);
  const licence = await askForLicence(there.api, article);
  desk.receiver.behave({ kind: 'accept', afterMs: 800 });
  const sending = desk.worker.send(there.destination);
  const early = await waitForStatus(() => desk.say({ ...there, licence }));
  await sending;
  desk.receiver.behave({ kind: 'accept' });
  expect(early.body.confirmed).toBe(true);
  expect(await desk.rowOf({ article })).toMatchObject({
    remote_ref: PAGE,
    placed_seq: 1,
    next_at: null,
  });
});

test('receipts are listed to whose they are, and beside their placement', async () => {
  const there = await desk.delivered();
  const { body } = await desk.say(there);
  const list = (api: ApiClient) => api.get<Page<Receipt>>(`/v1/receipts?article=${there.article}`);
  const ids = (page: { body: Page<Receipt> }) =>
    page.body.items.map(({ source, url }) => [source, url]);
  expect(ids(await list(desk.app.admin))).toContainEqual(['receipt', PAGE]);
  expect(ids(await list(there.api))).toContainEqual(['receipt', PAGE]);
  const stranger = await addOutlet(desk.app.admin, desk.app.url);
  expect(ids(await list(stranger.api))).toEqual([]);
  const { body: placement } = await there.api.get<{ receipts: Receipt[] }>(
    `/v1/placements/${body.placement}`,
  );
  expect(placement.receipts.map(({ id }) => id)).toContain(body.id);
});

async function waitForStatus<Reply extends { status: number }>(ask: () => Promise<Reply>) {
  for (;;) {
    const reply = await ask();
    if (reply.status === 201) return reply;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
