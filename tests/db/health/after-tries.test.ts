import fc from 'fast-check';
import { sql } from 'kysely';
import type { Db } from '../../../src/db/database.ts';
import { find } from '../../../src/db/destinations.ts';
import { afterTries as afterTriesSql } from '../../../src/db/health/after-tries.ts';
import { afterTries, type Breaker } from '../../../src/domain/breaker.ts';
import { type TestService, testService } from '../../support/context.ts';
import { openNewsroom } from '../../support/newsroom.ts';

let service: TestService;
let newsroom: Awaited<ReturnType<typeof openNewsroom>>;

beforeAll(async () => {
  service = await testService();
  newsroom = await openNewsroom(service);
});
afterAll(() => service.close());

async function destination(): Promise<string> {
  const outlet = await newsroom.outlet();
  return (await outlet.addDestination()).id;
}

interface Try {
  outcome: string;
  ms?: number;
  holdMs?: number;
}

/** Tells of tries that ended one after another, just now. */
async function tell(db: Db, id: string, tries: readonly Try[]): Promise<void> {
  const rows = tries.map(({ outcome, ms = 10, holdMs = null }, i) => ({
    ...{ destination: id, outcome, holdMs },
    startedAt: new Date(1_000_000 + i - ms).toISOString(),
    endedAt: new Date(1_000_000 + i).toISOString(),
  }));
  await sql`
    with result as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (destination uuid,
        outcome text, "holdMs" float8, "startedAt" timestamptz, "endedAt" timestamptz)
    ), ${afterTriesSql}
    select 1`.execute(db);
}

async function read(db: Db, id: string) {
  const row = await find(db, id, null);
  if (!row) throw new Error('the destination is gone');
  return row;
}

async function breakerOf(db: Db, id: string): Promise<Breaker> {
  const row = await read(db, id);
  const { failures, opened, ramp } = row;
  const { window_tries: windowTries, window_failures: windowFailures } = row;
  const times = { openUntil: row.open_until, windowFrom: row.window_from };
  return { ...{ failures, opened, ramp, windowTries, windowFailures }, ...times };
}

async function letPass(db: Db, id: string, seconds: number): Promise<void> {
  await sql`
    update destination set open_until = open_until - make_interval(secs => ${seconds}),
      window_from = window_from - make_interval(secs => ${seconds})
    where id = ${id}`.execute(db);
}

const Batch = fc.record({
  outcomes: fc.array(fc.constantFrom('later', 'later', 'misconfigured', 'placed', 'refused'), {
    minLength: 1,
    maxLength: 6,
  }),
  thenSeconds: fc.constantFrom(0, 0, 10, 31, 61, 301),
});

const isFailure = (outcome: string) => outcome === 'later' || outcome === 'misconfigured';

test('the database judges any tries as the rule does', async () => {
  const id = await destination();
  const restart = () =>
    sql`update destination set failures = 0, opened = 0, open_until = null, ramp = null,
      window_from = '-infinity', window_tries = 0, window_failures = 0 where id = ${id}`;
  await fc.assert(
    fc.asyncProperty(fc.array(Batch, { maxLength: 12 }), async (batches) => {
      await restart().execute(service.db);
      for (const { outcomes, thenSeconds } of batches) {
        await service.db.transaction().execute(async (tx) => {
          const { rows } = await sql<{ now: number }>`select now() as now`.execute(tx);
          const failures = outcomes.filter(isFailure).length;
          const tries = {
            failures,
            answers: outcomes.length - failures,
            failuresAtEnd: outcomes.length - 1 - outcomes.findLastIndex((one) => !isFailure(one)),
          };
          const expected = afterTries(await breakerOf(tx, id), tries, 5, rows[0]?.now ?? 0);
          await tell(
            tx,
            id,
            outcomes.map((outcome) => ({ outcome })),
          );
          expect(await breakerOf(tx, id)).toEqual(expected);
        });
        await letPass(service.db, id, thenSeconds);
      }
    }),
    { numRuns: 60 },
  );
});

test.each(['ours', 'blocked', 'gone', 'credentials'])('%s is not charged', async (outcome) => {
  const id = await destination();
  const before = await read(service.db, id);
  await tell(
    service.db,
    id,
    Array.from({ length: 30 }, () => ({ outcome, ms: 9_000 })),
  );
  expect(await read(service.db, id)).toEqual(before);
});

test('a destination that is well is not written', async () => {
  const id = await destination();
  const row = () => sql<{ xmin: string }>`select xmin from destination where id = ${id}`;
  const before = await row().execute(service.db);
  await tell(
    service.db,
    id,
    Array.from({ length: 30 }, () => ({ outcome: 'placed' })),
  );
  expect((await row().execute(service.db)).rows).toEqual(before.rows);
});

test('slow answers and a Retry-After are kept, the longest of them', async () => {
  const id = await destination();
  await tell(service.db, id, [
    { outcome: 'placed', ms: 5_001 },
    { outcome: 'later', holdMs: 90_000 },
    { outcome: 'later', holdMs: 30_000 },
  ]);
  const row = await read(service.db, id);
  const in90 = Date.now() + 90_000;
  expect(Math.abs(row.held_until - in90)).toBeLessThan(5_000);
  expect(row.slow_until).toBeGreaterThan(Date.now() + 200_000);
});

test('it fails since its first failure, until it takes a text', async () => {
  const id = await destination();
  await tell(service.db, id, [{ outcome: 'later' }]);
  const { failing_since: since } = await read(service.db, id);
  expect(since).not.toBeNull();
  await tell(service.db, id, [{ outcome: 'misconfigured' }, { outcome: 'refused' }]);
  expect((await read(service.db, id)).failing_since).toBe(since);
  await tell(service.db, id, [{ outcome: 'placed' }]);
  expect((await read(service.db, id)).failing_since).toBeNull();
});

test('two that tell of the same destinations at once are both counted', async () => {
  const ids = await Promise.all([destination(), destination()]);
  const all = ids.flatMap((id) => [id, id]);
  await Promise.all(all.map((id) => tell(service.db, id, [{ outcome: 'later' }])));
  for (const id of ids) expect((await read(service.db, id)).failures).toBe(2);
});
