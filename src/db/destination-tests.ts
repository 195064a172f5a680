import { sql } from 'kysely';
import type { Db } from './database.ts';
import type { Destination } from './destinations.ts';

/** Longer than any exchange lasts. */
const LONGEST_SECONDS = 30;

/** Takes a destination for one test. @returns whether none was under way, here or elsewhere */
export async function takeForTest(db: Db, { id }: Pick<Destination, 'id'>): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('destination')
    .set({ testing_until: sql`now() + make_interval(secs => ${sql.lit(LONGEST_SECONDS)})` })
    .where('id', '=', id)
    .where('testing_until', '<=', sql<number>`now()`)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Lets the next test begin. */
export async function endTest(db: Db, id: string): Promise<void> {
  await db
    .updateTable('destination')
    .set({ testing_until: sql`'-infinity'` })
    .where('id', '=', id)
    .execute();
}
