import { sql } from 'kysely';
import type { Db } from '../database.ts';
import type { Reach, Scope } from '../outbox.ts';

/** The articles of a publication that an outlet has, or was to have, anywhere. */
export async function placedWithin(db: Db, reaches: readonly Reach[]): Promise<Scope[]> {
  if (reaches.length === 0) return [];
  const { rows } = await sql<Scope>`
    select distinct p.article, p.outlet
    from jsonb_to_recordset(${JSON.stringify(reaches)}::jsonb) as r (publication uuid, outlet uuid)
    join placement p on p.outlet = r.outlet
    join article a on a.id = p.article and a.publication = r.publication
  `.execute(db);
  return rows;
}
