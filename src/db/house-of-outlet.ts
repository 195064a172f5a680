import { sql } from 'kysely';
import type { Db } from './database.ts';

/**
 * The publications that have to do with an outlet: those whose licences it holds, and where it
 * holds none any longer, those whose licences it held.
 */
export async function houseOfOutlet(db: Db, outlet: string): Promise<string[]> {
  const { rows } = await sql<{ publication: string }>`
    with held as (
      select publication, bool_or(state = 'active') as holds
      from licence where outlet = ${outlet} group by publication
    )
    select publication from held
    where holds or not exists (select 1 from held where holds)
    order by publication
  `.execute(db);
  return rows.map((row) => row.publication);
}
