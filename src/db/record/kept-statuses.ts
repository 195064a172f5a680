import { sql } from 'kysely';
import type { Instant } from '../../domain/instant.ts';
import type { Db } from '../database.ts';

export interface NewestList {
  token: string;
  issuedAt: Instant;
}

/** What a status list says; undefined before it is signed, or while it has to be signed anew. */
export async function newestList(db: Db, uri: string): Promise<NewestList | undefined> {
  const { rows } = await sql<NewestList>`
    select v.token, v.issued_at as "issuedAt"
    from status_list l join status_version v on v.list = l.uri and v.version = l.version
    where l.uri = ${uri}
      and not exists (select from status_change c where c.list = l.uri)`.execute(db);
  return rows[0];
}
