import { sql } from 'kysely';
import type { Db } from './database.ts';

/**
 * Holds what is wanted at a destination until the transaction ends, so that no worker takes it.
 *
 * @returns how many placements something has left for
 */
export async function holdUnsent(tx: Db, destination: string): Promise<number> {
  const { rows } = await sql<{ sent: boolean }>`
    select sent from placement where destination = ${destination} order by id for update
  `.execute(tx);
  return rows.filter(({ sent }) => sent).length;
}

/** Removes a destination that nothing was sent to, with what was wanted there. */
export async function removeUnsent(tx: Db, destination: string): Promise<void> {
  await tx.deleteFrom('placement').where('destination', '=', destination).execute();
  await tx.deleteFrom('destination').where('id', '=', destination).execute();
}
