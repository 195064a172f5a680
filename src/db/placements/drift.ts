import { sql } from 'kysely';
import type { Db } from '../database.ts';
import type { Scope } from '../outbox.ts';
import { overtakenBy } from '../overtaken.ts';
import { shownLatest } from './shown-latest.ts';

/**
 * Articles whose placements are not what the licences say: not wanted where a licence stands,
 * wanted where none does, under a licence that has ended or that another has to follow, in an older
 * version than is licensed, or with a teaser of a story that is no longer live. An outlet that is
 * suspended catches up once it is reinstated.
 */
export async function findDrift(db: Db, limit: number): Promise<Scope[]> {
  const { rows } = await sql<Scope>`
    with shorter as materialized (
      select a.id, a.version, ${shownLatest('e')} as latest
      from article a cross join lateral (select a.id as article, a.version) e
      where exists (
        select 1 from latest_item i join article o on o.id = i.listed and o.state <> 'live'
        where i.article = a.id and i.version = a.version)
    )
    select l.article, l.outlet
    from licence l
    join article a on a.id = l.article
    join outlet o on o.id = l.outlet
    left join shorter s on s.id = a.id
    left join destination d on d.outlet = l.outlet
    left join placement p on p.destination = d.id and p.article = l.article
    left join licence g on g.id = p.licence
    where l.state = 'active' and (
      a.state = 'killed'
      or (l.until_at > now() and o.suspended_at is null and ${overtakenBy} is not null)
      or (d.id is not null and o.suspended_at is null and (p.id is null or p.wanted_op = 'withdraw'
        or g.state <> 'active' or p.wanted_revision < d.revision
        or (l.from_at <= now() and p.wanted_version < l.article_version)
        or (p.wanted_version = s.version and p.wanted_latest is distinct from s.latest))))
    union
    select p.article, p.outlet
    from placement p
    join licence l on l.id = p.licence
    join outlet o on o.id = p.outlet
    where p.wanted_op = 'upsert' and l.state <> 'active'
      and not (l.state = 'expired' and l.after_expiry = 'keepPublished' and p.next_at is null)
      and (o.suspended_at is null or not exists (
        select 1 from licence h
        where h.article = p.article and h.outlet = p.outlet and h.state = 'active'))
    limit ${limit}
  `.execute(db);
  return rows;
}
