import { sql } from 'kysely';
import { claimDue } from '../../../src/db/placements/claim.ts';
import { type DueDestination, dueDestinations } from '../../../src/db/placements/due.ts';
import { suspendOutlet } from '../../../src/services/suspend-outlet.ts';
import { type TestService, testService } from '../../support/context.ts';
import { openPlacedStories } from '../../support/placed-story.ts';

let service: TestService;
let stories: Awaited<ReturnType<typeof openPlacedStories>>;

beforeAll(async () => {
  service = await testService();
  stories = await openPlacedStories(service);
});
afterAll(() => service.close());

/** A placement with these columns, due for a minute unless they say otherwise. */
async function placement(columns = sql`urgent = false`) {
  const { article, outlet } = await stories.licensedOutlet();
  const { id, destination } = await stories.placementOf(article);
  await change(id, sql`next_at = now() - interval '1 minute'`);
  await change(id, columns);
  return { id, destination, outlet };
}

function change(id: string, columns: ReturnType<typeof sql>) {
  return sql`update placement set ${columns} where id = ${id}`.execute(service.db);
}

function changeDestination(id: string, columns: ReturnType<typeof sql>) {
  return sql`update destination set ${columns} where id = ${id}`.execute(service.db);
}

async function dueAt(destination: string): Promise<DueDestination | undefined> {
  const { due } = await dueDestinations(service.db);
  return due.find((one) => one.destination === destination);
}

/** The names of the kinds of work that are due there. */
async function kindsAt(destination: string): Promise<string[]> {
  const due = await dueAt(destination);
  const { urgent, prompt, bulk, verify } = due ?? {};
  const kinds = Object.entries({ urgent, prompt, bulk, verify });
  return kinds.flatMap(([kind, since]) => (typeof since === 'number' ? [kind] : []));
}

const KILLED = sql`wanted_op = 'withdraw', wanted_reason = 'killed', urgent = true`;
const EXPIRED = sql`wanted_op = 'withdraw', wanted_reason = 'expired'`;

test('each kind of work is told, since when it may be done on the clock of the database', async () => {
  const { destination } = await placement();
  const { now } = await dueDestinations(service.db);
  const { prompt } = (await dueAt(destination)) ?? {};
  expect(now - (prompt ?? 0)).toBeGreaterThan(59_000);
  expect(now - (prompt ?? 0)).toBeLessThan(70_000);
  expect(await kindsAt((await placement(sql`urgent = true`)).destination)).toEqual(['urgent']);
  expect(await kindsAt((await placement(sql`bulk = true`)).destination)).toEqual(['bulk']);
  const looked = await placement(sql`next_at = null, verify_at = now()`);
  expect(await kindsAt(looked.destination)).toEqual(['verify']);
});

test('what is due later, or never, wakes nobody', async () => {
  const later = await placement(sql`next_at = now() + interval '1 minute'`);
  const never = await placement(sql`next_at = null, verify_at = now() + interval '1 minute'`);
  expect(await dueAt(later.destination)).toBeUndefined();
  expect(await dueAt(never.destination)).toBeUndefined();
});

test.each([
  ['paused', sql`state = 'paused'`],
  ['disabled', sql`state = 'disabled'`],
  ['that asked us to wait', sql`held_until = now() + interval '1 minute'`],
  ['with an open breaker', sql`open_until = now() + interval '1 minute', ramp = 1`],
  ['that has had its share', sql`per_minute = 1, rate_from = now() + interval '1 minute'`],
])('a destination %s is woken for nothing but what must go', async (_name, columns) => {
  const { id, destination } = await placement();
  await changeDestination(destination, columns);
  expect(await kindsAt(destination)).toEqual([]);
  await change(id, EXPIRED);
  expect(await kindsAt(destination)).toEqual([]);
  await change(id, KILLED);
  expect(await kindsAt(destination)).toEqual(['urgent']);
});

test('a suspended outlet is woken for withdrawals alone', async () => {
  const { id, destination, outlet } = await placement();
  await suspendOutlet(service.as({}), { id: outlet.id, reason: 'Unpaid.' });
  await change(id, sql`next_at = now(), wanted_op = 'upsert', wanted_reason = null`);
  expect(await kindsAt(destination)).toEqual([]);
  await change(id, EXPIRED);
  expect(await kindsAt(destination)).toEqual(['prompt']);
});

test('work is due since its destination has room', async () => {
  const { destination } = await placement();
  const half = sql`held_until = now() - interval '30 s'`;
  await changeDestination(destination, half);
  const { now } = await dueDestinations(service.db);
  const { prompt } = (await dueAt(destination)) ?? {};
  expect(now - (prompt ?? 0)).toBeLessThan(40_000);
});

test('one that fails, or was slow, is told apart', async () => {
  const { destination } = await placement();
  expect(await dueAt(destination)).toMatchObject({ slow: false });
  await changeDestination(destination, sql`failures = 1`);
  expect(await dueAt(destination)).toMatchObject({ slow: true });
  await changeDestination(destination, sql`failures = 0, slow_until = now() + interval '1 s'`);
  expect(await dueAt(destination)).toMatchObject({ slow: true });
});

test('two workers that claim at one destination at once both get some', async () => {
  const { id, destination } = await placement();
  const copies = Array.from({ length: 5 }, () =>
    sql`
    with story as (
      insert into article select (jsonb_populate_record(a, jsonb_build_object(
        'id', gen_random_uuid(), 'external_id', null))).*
      from article a join placement p on p.article = a.id where p.id = ${id} returning id
    )
    insert into placement select (jsonb_populate_record(p, jsonb_build_object(
      'id', gen_random_uuid(), 'article', story.id))).*
    from placement p, story where p.id = ${id}`.execute(service.db),
  );
  await Promise.all(copies);
  const wish = { destination, take: 'prompt', limit: 3 } as const;
  const claims = await Promise.all(
    [1, 2].map(() => claimDue(service.db, { ...wish, token: service.ctx.newId() })),
  );
  expect(claims.map((each) => each.length)).toEqual([3, 3]);
});
