import { decodeJwt } from 'jose';
import { transact } from '../../../src/db/database.ts';
import { findAllFacts, findFacts } from '../../../src/db/request-facts.ts';
import { query } from '../../support/query.ts';
import { addOutlet, ask, askForLicence, type Outlet, publish } from '../../support/seed.ts';
import { type ServedApp, serveApp } from '../../support/served-app.ts';

const SIZE = 131_072;

let app: ServedApp;
let outlet: Outlet;
let article: string;
beforeAll(async () => {
  app = await serveApp();
  outlet = await addOutlet(app.admin, app.url);
  article = await publish(app.admin);
});
afterAll(() => app.close());

const key = () => ({ article, outlet: outlet.id });
const places = () =>
  query<{ status_list: string; status_index: number }>(
    app.databaseUrl,
    'select status_list, status_index from licence',
  );

test('requests that share a statement, even for one article by one outlet, share no position', async () => {
  const rows = await findAllFacts(app.ctx.db, [key(), key(), key()]);
  expect(new Set(rows.map((row) => row?.position)).size).toBe(3);
});

test('a position drawn in a transaction that fails is not drawn again', async () => {
  const drawn: (number | undefined)[] = [];
  const failing = transact(app.ctx.db, async (tx) => {
    drawn.push((await findFacts(tx, key()))?.position);
    throw new Error('the transaction fails');
  });
  await expect(failing).rejects.toThrow('the transaction fails');
  const rows = await findAllFacts(app.ctx.db, Array.from({ length: 100 }, key));
  expect(rows.map((row) => row?.position)).not.toContain(drawn[0]);
});

test('a request that is sent three times with one Idempotency-Key gets one place', async () => {
  const until = new Date(Date.now() + 86_400_000).toISOString();
  const use = { media: ['web'], territories: ['world'], until };
  const headers = { 'idempotency-key': 'once' };
  const send = () =>
    outlet.api.ask('POST', '/v1/requests', { body: { articleId: article, use }, headers });
  const before = (await places()).length;
  await Promise.all([send(), send()]);
  expect((await send()).status).toBe(201);
  expect((await places()).length).toBe(before + 1);
});

test('the list after a full one is another, with the same month', async () => {
  const lists: string[] = [];
  for (const position of [SIZE - 1, SIZE]) {
    await query(app.databaseUrl, `alter sequence status_position restart with ${position}`);
    const { token } = await askForLicence(outlet.api, await publish(app.admin));
    const { status } = decodeJwt<{ status: { status_list: { uri: string } } }>(token);
    lists.push(status.status_list.uri);
  }
  expect(lists[0]).not.toBe(lists[1]);
  const ends = await query(
    app.databaseUrl,
    `select distinct ends_at from status_list where uri in ('${lists.join("','")}')`,
  );
  expect(ends).toHaveLength(1);
});

test('what is refused or waits takes no place', async () => {
  const before = (await places()).length;
  const rival = await addOutlet(app.admin, app.url, { tags: ['rival'] });
  expect((await ask(rival.api, article)).state).toBe('refused');
  expect(await places()).toHaveLength(before);
});
