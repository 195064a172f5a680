import { type RawBuilder, sql } from 'kysely';
import { type Db, type Tx, transact } from '../database.ts';

/** Few enough that they are forgotten before the collector has to move them. */
const BATCH = 500;

/**
 * Reads a long result in batches, through a cursor: one plan and one snapshot, however long it is.
 *
 * @param name of the cursor; two that are open at once need two
 */
export async function* batchesOf<Row>(
  tx: Tx,
  name: string,
  query: RawBuilder<Row>,
): AsyncGenerator<Row[]> {
  await sql`declare ${sql.id(name)} no scroll cursor for ${query}`.execute(tx);
  const fetch = sql<Row>`fetch ${sql.lit(BATCH)} from ${sql.id(name)}`;
  for (;;) {
    const { rows } = await fetch.execute(tx);
    if (rows.length > 0) yield rows;
    if (rows.length < BATCH) break;
  }
  await sql`close ${sql.id(name)}`.execute(tx);
}

/** Reads everything as of one moment, without keeping anybody from writing. */
export function atOneMoment<Result>(db: Db, work: (tx: Tx) => Promise<Result>): Promise<Result> {
  return transact(db, async (tx) => {
    await sql`set transaction isolation level repeatable read read only`.execute(tx);
    return work(tx);
  });
}
