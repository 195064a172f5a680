import { sql } from 'kysely';
import type { Instant } from '../domain/instant.ts';
import type { LicenceChange, ScheduledChange } from '../domain/licence-life.ts';
import type { Db } from './database.ts';
import { rowsOf } from './rows-of.ts';

/** What is ordered for licence `l`, the earliest first. */
export const scheduledChanges = sql<ScheduledChange[]>`coalesce((
  select jsonb_agg(jsonb_build_object('change', c.change, 'reason', c.reason,
    'effectiveAt', (extract(epoch from c.effective_at) * 1000)::float8) order by c.effective_at)
  from licence_change c
  where c.licence = l.id and l.state in ('active', 'suspended')), '[]')`;

/** Orders a change; one of the same kind that was ordered before is replaced. */
export async function schedule(tx: Db, licence: string, ordered: ScheduledChange): Promise<void> {
  const { change, reason } = ordered;
  const row = { reason, effective_at: new Date(ordered.effectiveAt) };
  await tx
    .insertInto('licence_change')
    .values({ licence, change, ...row })
    .onConflict((conflict) => conflict.columns(['licence', 'change']).doUpdateSet(row))
    .execute();
}

/** Takes orders of these kinds back; returns those that there were. */
export async function takeBack(
  tx: Db,
  licence: string,
  changes: readonly LicenceChange[],
): Promise<ScheduledChange[]> {
  const rows = await tx
    .deleteFrom('licence_change')
    .where('licence', '=', licence)
    .where('change', 'in', changes)
    .returning(['change', 'reason', 'effective_at as effectiveAt'])
    .execute();
  return rows.toSorted((a, b) => a.effectiveAt - b.effectiveAt);
}

/** Licences for which the time of a change has come, by the database's clock. */
export async function findDueChanges(db: Db, limit: number): Promise<string[]> {
  const { rows } = await sql<{ licence: string; due: Instant }>`
    select licence, min(effective_at) as due from licence_change where effective_at <= now()
    group by licence order by due limit ${limit}
  `.execute(db);
  return rows.map((row) => row.licence);
}

/** Takes the due changes of a licence off, the earliest first, to be carried out. */
export async function takeDue(tx: Db, licence: string): Promise<ScheduledChange[]> {
  const { rows } = await sql<ScheduledChange>`
    delete from licence_change where licence = ${licence} and effective_at <= now()
    returning change, reason, effective_at as "effectiveAt"
  `.execute(tx);
  return rows.toSorted((a, b) => a.effectiveAt - b.effectiveAt);
}

/** What was ordered for licences holds for those that have taken their place, once they stand. */
export async function passOn(
  tx: Db,
  pairs: readonly { id: string; successor: string }[],
): Promise<void> {
  await sql`
    update licence_change c set licence = s.successor
    from ${rowsOf(pairs, sql`id uuid, successor uuid`)} s
    where c.licence = s.id
  `.execute(tx);
}
