import { sql } from 'kysely';
import type { Db } from '../database.ts';

/** Keeps others from changing a placement until the transaction ends. */
export async function lockPlacement(tx: Db, id: string): Promise<void> {
  await sql`select id from placement where id = ${id} for update`.execute(tx);
}

/** Wants the same again under a higher number, due at once. */
export async function raiseAgain(tx: Db, id: string): Promise<void> {
  await sql`
    update placement set
      wanted_seq = wanted_seq + 1, attempts = 0, dead = false, last_error = null,
      next_at = greatest(now(), not_before, lease_until)
    where id = ${id}
  `.execute(tx);
}
