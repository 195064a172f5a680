import { sql } from 'kysely';
import type { Db } from './database.ts';

/** Drops replaced secrets whose time is over, so that nothing can sign with them any longer. */
export async function dropFormer(tx: Db): Promise<{ id: string; outlet: string }[]> {
  const { rows } = await sql<{ id: string; outlet: string }>`
    update destination set former = null, former_until = null
    where former is not null and former_until <= now()
    returning id, outlet
  `.execute(tx);
  return rows;
}
