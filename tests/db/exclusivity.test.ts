import { sql } from 'kysely';
import { v7 } from 'uuid';
import type { Licence } from '../../src/db/licences.ts';
import { type TestService, testService } from '../support/context.ts';
import { openNewsroom } from '../support/newsroom.ts';

const DAYS = 86_400_000;

let service: TestService;
let newsroom: Awaited<ReturnType<typeof openNewsroom>>;
let article: string;
let first: Awaited<ReturnType<typeof newsroom.outlet>>;
let second: Awaited<ReturnType<typeof newsroom.outlet>>;

beforeAll(async () => {
  service = await testService();
  newsroom = await openNewsroom(service);
  first = await newsroom.outlet();
  second = await newsroom.outlet();
});
beforeEach(async () => {
  article = await newsroom.putIn();
});
afterAll(() => service.close());

test.each([
  ['["world"]', '[]', '["world"]', '["NO"]', ['world']],
  ['["world"]', '["NO"]', '["NO"]', '[]', []],
  ['["world"]', '["NO"]', '["NO", "SE"]', '[]', ['SE']],
  ['["NO", "SE"]', '[]', '["world"]', '["SE"]', ['NO']],
  ['["NO", "SE"]', '[]', '["SE", "DK"]', '[]', ['SE']],
  ['["NO"]', '[]', '["DK"]', '[]', []],
])('of %s without %s and %s without %s', async (a, aWithout, b, bWithout, common) => {
  const { rows } = await sql`
    select common_territories(${a}::jsonb, ${aWithout}::jsonb, ${b}::jsonb, ${bWithout}::jsonb)
      as common`.execute(service.db);
  expect(rows).toEqual([{ common }]);
});

let place = 1_000_000;
const nextPlace = () => ++place;

/** A licence as somebody with a shell on the database would add it. */
async function insertByHand(from: Licence, change: Partial<Record<keyof Licence, unknown>>) {
  const columns = { id: v7(), series: v7(), article, outlet: second.id, prev: null, ...change };
  const row = { ...columns, status_index: nextPlace() };
  await sql`
    insert into licence
    select (jsonb_populate_record(l, ${JSON.stringify(row)}::jsonb)).*
    from licence l where l.id = ${from.id}
  `.execute(service.db);
  return columns.id;
}

async function exclusiveTerms(exclusivity: object | null): Promise<string> {
  const slug = `exclusive-${v7()}`;
  await sql`
    insert into terms (slug, version, document, integrity)
    select ${slug}, 1, (document::jsonb || ${JSON.stringify({ exclusivity })}::jsonb)::text, 'none'
    from terms where slug = 'imprimatur-default'
  `.execute(service.db);
  return slug;
}

const collision = { code: '23P01', constraint: 'licence_exclusivity' };

test('a licence added by hand cannot enter what another outlet has to itself', async () => {
  const plain = await first.ask(article);
  const other = await newsroom.putIn();
  const terms = await exclusiveTerms({ territories: ['NO'], days: 10 });
  await insertByHand(plain, { article: other, outlet: first.id, terms_slug: terms });
  const use = { ...Object(plain.use), territories: ['world'], excludeTerritories: ['NO'] };
  await expect(insertByHand(plain, { article: other })).rejects.toMatchObject(collision);
  await insertByHand(plain, { article: other, use });
});

test('nor can one by hand be exclusive where another outlet holds a licence', async () => {
  const plain = await first.ask(article);
  const terms = await exclusiveTerms({ territories: ['world'], days: 10 });
  await expect(insertByHand(plain, { terms_slug: terms })).rejects.toMatchObject(collision);
});

test('two in one statement that would be exclusive are both refused', async () => {
  const plain = await first.ask(article);
  const other = await newsroom.putIn();
  const terms = await exclusiveTerms({ territories: ['NO'], days: 10 });
  const rows = [first.id, second.id].map((outlet) => ({
    ...{ id: v7(), series: v7(), article: other, outlet, prev: null, terms_slug: terms },
    status_index: nextPlace(),
  }));
  const both = sql`
    insert into licence
    select (jsonb_populate_record(l, given)).*
    from licence l, jsonb_array_elements(${JSON.stringify(rows)}::jsonb) as given
    where l.id = ${plain.id}
  `.execute(service.db);
  await expect(both).rejects.toMatchObject(collision);
});

test('a slot counts for its days, and no longer than its licence lives', async () => {
  const plain = await first.ask(article, { until: Date.now() + 40 * DAYS });
  const other = await newsroom.putIn();
  const terms = await exclusiveTerms({ territories: ['world'], days: 10 });
  const mine = { article: other, outlet: first.id, terms_slug: terms };
  const slot = await insertByHand(plain, mine);
  const later = new Date(Date.now() + 11 * DAYS).toISOString();
  await insertByHand(plain, { article: other, from_at: later });

  await sql`update licence set state = 'revoked' where id = ${slot}`.execute(service.db);
  await insertByHand(plain, { article: other });
});

test('a successor takes its place, and one that lasts longer has to find it free', async () => {
  const plain = await first.ask(article);
  const other = await newsroom.putIn();
  const own = await insertByHand(plain, { article: other, outlet: first.id });
  const terms = await exclusiveTerms({ territories: ['NO'], days: 10 });
  const from = new Date(plain.until_at).toISOString();
  const until = new Date(plain.until_at + DAYS).toISOString();
  await insertByHand(plain, { article: other, from_at: from, until_at: until, terms_slug: terms });

  const follows = { article: other, outlet: first.id, prev: own };
  await expect(insertByHand(plain, { ...follows, until_at: until })).rejects.toMatchObject(
    collision,
  );
  await insertByHand(plain, follows);
});
