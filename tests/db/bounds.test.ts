import { PGlite } from '@electric-sql/pglite';
import { sql } from 'kysely';
import { findStanding, isCollision, lockBounds } from '../../src/db/bounds.ts';
import { type Database, databaseOn, migrate } from '../../src/db/database.ts';
import { pglitePool } from '../../src/db/pglite-pool.ts';
import type { UseDocument } from '../../src/domain/use.ts';

const SOMEBODY = '01957c1a-0000-7000-8000-0000000000aa';
const USE: UseDocument = {
  media: ['web'],
  territories: ['NO'],
  languages: ['en'],
  from: '2026-01-01T00:00:00Z',
  until: '2026-02-01T00:00:00Z',
  edits: 'none',
  images: 'none',
};

let db: Database;
beforeAll(async () => {
  db = databaseOn(pglitePool(await PGlite.create()) as never);
  await migrate(db);
});
afterAll(() => db.destroy());

test('the embedded store counts and locks like the other', async () => {
  const prospect = {
    ...{ outlet: SOMEBODY, publication: SOMEBODY, article: SOMEBODY },
    use: USE,
    exclusivity: { territories: ['world'], days: 3 },
  };
  const calendar = { now: Date.now(), month: '2026-03', timeZone: 'Europe/Oslo' };
  const standing = await db.transaction().execute(async (tx) => {
    await lockBounds(tx, prospect);
    return findStanding(tx, prospect, calendar);
  });
  expect(standing).toEqual({ month: '2026-03', granted: 0, live: 0, collisions: [] });
});

test('the embedded store knows the calendars of the world', async () => {
  const { rows } = await sql`
    select to_char('2026-02-28T23:30:00Z'::timestamptz at time zone 'Europe/Oslo', 'YYYY-MM') as m
  `.execute(db);
  expect(rows).toEqual([{ m: '2026-03' }]);
});

test('a collision is told from other refusals of the embedded store', async () => {
  const raise = (constraint: string) =>
    sql
      .raw(`do $$ begin raise exception 'no' using errcode = 'exclusion_violation',
        constraint = '${constraint}'; end $$`)
      .execute(db)
      .catch(isCollision);
  expect(await raise('licence_exclusivity')).toBe(true);
  expect(await raise('another')).toBe(false);
});
