import { sql } from 'kysely';
import { WARN_AFTER_DAYS } from '../../domain/failing-days.ts';
import type { Db } from '../database.ts';
import type { Destination } from '../destinations.ts';

export type FailingDestination = Destination & { now: number };

/** A day's seconds, since a day of a time zone may have an hour more or less. */
const DAY_SECONDS = 86_400;

/** Active destinations that have failed long enough to be seen to, the longest first. */
export async function failingDestinations(db: Db, limit: number): Promise<FailingDestination[]> {
  const seconds = Math.min(...WARN_AFTER_DAYS) * DAY_SECONDS;
  return db
    .selectFrom('destination')
    .selectAll()
    .select(sql<number>`now()`.as('now'))
    .where('state', '=', 'active')
    .where('failing_since', '<=', sql<number>`now() - make_interval(secs => ${sql.lit(seconds)})`)
    .orderBy('failing_since')
    .limit(limit)
    .execute();
}

/** @returns whether nobody else has given this warning, or a later one, and it still fails */
export async function noteWarning(tx: Db, id: string, warnings: number): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('destination')
    .set({ warnings })
    .where('id', '=', id)
    .where('state', '=', 'active')
    .where('failing_since', 'is not', null)
    .where('warnings', '<', warnings)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
