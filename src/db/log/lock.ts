import { sql } from 'kysely';
import type { Tx } from '../database.ts';

/** Any number; it only has to be the same in every process that appends. */
const LOG_LOCK = 7_220_453;

/** Until the end of the transaction nobody else appends; false where somebody else does now. */
export async function tryLockLog(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ locked: boolean }>`
    select pg_try_advisory_xact_lock(${sql.lit(LOG_LOCK)}) as locked`.execute(tx);
  return rows[0]?.locked === true;
}

/** Waits for its turn. */
export async function lockLog(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(${sql.lit(LOG_LOCK)})`.execute(tx);
}
