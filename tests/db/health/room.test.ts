import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../../src/db/database.ts';
import { roomOfWished, spendRoom } from '../../../src/db/health/room.ts';
import { type TestService, testService } from '../../support/context.ts';
import { openPlacedStories } from '../../support/placed-story.ts';

let service: TestService;
let stories: Awaited<ReturnType<typeof openPlacedStories>>;

beforeAll(async () => {
  service = await testService();
  stories = await openPlacedStories(service);
});
afterAll(() => service.close());

/** A destination with these columns, and so many of its placements leased. */
async function destination(columns: RawBuilder<unknown>, leased = 0, seconds = 10) {
  const { article } = await stories.licensedOutlet();
  const { id, destination } = await stories.placementOf(article);
  await sql`update destination set ${columns} where id = ${destination}`.execute(service.db);
  if (leased > 0) {
    await sql`update placement set lease_token = id,
      lease_until = now() + make_interval(secs => ${seconds}) where id = ${id}`.execute(service.db);
  }
  return destination;
}

async function roomAt(id: string, db: Db = service.db): Promise<number | undefined> {
  const { rows } = await sql<{ room: number }>`
    with wish as (select ${id}::uuid as destination), room as materialized (${roomOfWished})
    select room from room`.execute(db);
  return rows[0]?.room;
}

/** Claims as much as there is room for. */
async function take(id: string, db: Db): Promise<number> {
  const { rows } = await sql<{ sends: number }>`
    with wish as (select ${id}::uuid as destination), room as materialized (${roomOfWished}),
    picked as (
      select destination, false as "mustGo" from room, generate_series(1, least(room, 1000))
    ),
    spent as (${spendRoom})
    select count(*) as sends from picked`.execute(db);
  return rows[0]?.sends ?? 0;
}

function passMs(id: string, ms: number) {
  return sql`update destination set rate_from = rate_from - make_interval(secs => ${ms / 1000})
    where id = ${id}`.execute(service.db);
}

test('a destination without bounds is not asked', async () => {
  expect(await roomAt(await destination(sql`slow_until = now()`))).toBeUndefined();
});

test('what is leased takes up its concurrency, until the lease has run out', async () => {
  expect(await roomAt(await destination(sql`concurrency = 3`, 1))).toBe(2);
  expect(await roomAt(await destination(sql`concurrency = 1`, 1))).toBe(0);
  expect(await roomAt(await destination(sql`concurrency = 1`, 1, -1))).toBe(1);
});

test('an open breaker leaves no room, and one send to find out when its time is over', async () => {
  const later = sql`open_until = now() + interval '5 s', ramp = 1`;
  expect(await roomAt(await destination(later))).toBe(0);
  const over = sql`open_until = now() - interval '5 s', ramp = 1`;
  expect(await roomAt(await destination(over))).toBe(1);
  expect(await roomAt(await destination(over, 1))).toBe(0);
  expect(await roomAt(await destination(sql`open_until = now(), ramp = 4`, 1))).toBe(3);
});

test('the least of its bounds holds', async () => {
  const columns = sql`concurrency = 7, per_minute = 13, open_until = now(), ramp = 2`;
  expect(await roomAt(await destination(columns))).toBe(2);
});

test.each([1, 60, 600, 10_000])('never more than %i go in any minute', async (perMinute) => {
  const id = await destination(sql`per_minute = ${sql.lit(perMinute)}`);
  const sends: { at: number; count: number }[] = [];
  const stepMs = 1_000;
  for (let at = 0; at <= 180_000; at += stepMs) {
    sends.push({ at, count: await take(id, service.db) });
    await passMs(id, stepMs);
  }
  const sum = (from: number) =>
    sends
      .filter(({ at }) => at >= from && at < from + 60_000)
      .reduce((total, { count }) => total + count, 0);
  const minutes = Array.from({ length: 120 }, (_, second) => sum(second * 1_000));
  expect(Math.max(...minutes)).toBeLessThanOrEqual(perMinute);
  expect(sum(120_000)).toBeGreaterThanOrEqual(Math.floor(perMinute * 0.85));
});

test('two that claim at once share the rate', async () => {
  const id = await destination(sql`per_minute = 600`);
  const takes = Array.from({ length: 8 }, () => take(id, service.db));
  const taken = (await Promise.all(takes)).reduce((total, count) => total + count, 0);
  expect(taken).toBeGreaterThanOrEqual(46);
  expect(taken).toBeLessThanOrEqual(52);
});

test('one that claims beside another sees what the other has leased meanwhile', async () => {
  const id = await destination(sql`concurrency = 1`);
  const holding = service.db.transaction().execute(async (tx) => {
    await roomAt(id, tx);
    const second = roomAt(id);
    await sql`select pg_sleep(0.2)`.execute(tx);
    await sql`update placement set lease_token = id, lease_until = now() + interval '9 s'
      where destination = ${id}`.execute(tx);
    return { second };
  });
  // Wrapped, or the transaction would wait for the one that waits for it.
  expect(await (await holding).second).toBe(0);
});
