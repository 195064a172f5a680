import { sql } from 'kysely';
import type { Db } from '../database.ts';
import { anew } from './scope.ts';

/** Keeps others from changing a placement until the transaction ends. */
export async function lockPlacement(tx: Db, id: string): Promise<void> {
  await sql`select id from placement where id = ${id} for update`.execute(tx);
}

/**
 * Wants the same again under a higher number, due at once, or as soon as it may be published.
 *
 * @param by the request that asks for it
 */
export async function raiseAgain(tx: Db, id: string, by: string): Promise<void> {
  await sql`
    update placement set
      wanted_seq = wanted_seq + 1, bulk = false, raised_at = now(), raised_by = ${by},
      next_at = greatest(now(), not_before, lease_until), ${anew}
    where id = ${id}
  `.execute(tx);
}
