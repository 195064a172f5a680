import { sql } from 'kysely';
import type { Db } from '../database.ts';
import type { Scope } from '../outbox.ts';
import { shownLatest } from './shown-latest.ts';

/**
 * Articles whose placements are not what the licences say: not wanted where a licence stands,
 * wanted where none does, under a licence that has ended, licensed on an older version, or with a
 * teaser of a story that is no longer live.
 */
export async function findDrift(db: Db, limit: number): Promise<Scope[]> {
  const { rows } = await sql<Scope>`
    with shorter as materialized (
      select a.id, ${shownLatest} as latest from article a
      where exists (
        select 1 from latest_item i join article o on o.id = i.listed and o.state <> 'live'
        where i.article = a.id and i.version = a.version)
    )
    select l.article, l.outlet
    from licence l join article a on a.id = l.article left join shorter s on s.id = a.id
    where l.state = 'active' and (
      a.state = 'killed'
      or l.article_version < a.version
      or exists (
        select 1 from destination d
        left join placement p on p.destination = d.id and p.article = l.article
        left join licence g on g.id = p.licence
        where d.outlet = l.outlet and (p.id is null or p.wanted_op = 'withdraw'
          or g.state <> 'active' or p.wanted_version < a.version or p.wanted_revision < d.revision
          or (s.id is not null and p.wanted_latest is distinct from s.latest))
      ))
    union
    select p.article, p.outlet
    from placement p join licence l on l.id = p.licence
    where p.wanted_op = 'upsert' and l.state <> 'active'
      and not (l.state = 'expired' and l.after_expiry = 'keepPublished' and p.next_at is null)
    limit ${limit}
  `.execute(db);
  return rows;
}
