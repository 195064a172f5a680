import { sql } from 'kysely';
import type { Db } from '../database.ts';
import type { Scope } from '../outbox.ts';
import { overtakenBy } from '../overtaken.ts';
import { feedDrift, recentStories } from './feed-drift.ts';
import { held } from './held.ts';
import { shownLatest } from './shown-latest.ts';

/**
 * Articles whose placements are not what the licences say: not wanted where a licence stands,
 * wanted where none does or where the story was taken back, under a licence that has ended or that
 * another has to follow, in an older version than is licensed, or with a teaser of a story that is
 * no longer live. An outlet that is suspended catches up once it is reinstated.
 *
 * What the relay has word of, and will look at, is no drift.
 */
export async function findDrift(db: Db, limit: number): Promise<Scope[]> {
  const { rows } = await sql<Scope>`
    with shorter as materialized (
      select a.id, a.version, ${shownLatest('e')} as latest
      from article a cross join lateral (select a.id as article, a.version) e
      where exists (
        select 1 from latest_item i join article o on o.id = i.listed and o.state <> 'live'
        where i.article = a.id and i.version = a.version)
    ),
    recent as materialized (${recentStories}),
    found as (
      ${licensedDrift} union ${endedDrift} union ${takenBackDrift} union ${releasedDrift}
      union ${feedDrift}
    )
    select f.article, f.outlet from found f join article a on a.id = f.article
    where not exists (select from outbox w where w.article = f.article)
      and not exists (
        select from outbox w where w.publication = a.publication and w.outlet = f.outlet)
    limit ${limit}
  `.execute(db);
  return rows;
}

/** Of licences for an article. */
const licensedDrift = sql`
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
    or (a.state = 'live' and o.suspended_at is null and (
      (l.until_at > now() and ${overtakenBy} is not null)
      or case when p.id is null then d.channel <> 'pull'
        else p.wanted_op = 'withdraw' or g.state <> 'active' or p.wanted_revision < d.revision
          or (l.from_at <= now() and p.wanted_version < l.article_version)
          or (p.wanted_version = s.version and p.wanted_latest is distinct from s.latest) end)))`;

/** Of what stands under a licence that has ended. */
const endedDrift = sql`
  select p.article, p.outlet
  from placement p
  join licence l on l.id = p.licence
  join outlet o on o.id = p.outlet
  join article a on a.id = p.article
  join article_version v on v.article = a.id and v.version = a.version
  where p.wanted_op = 'upsert' and l.state <> 'active'
    and not (l.state = 'expired' and l.after_expiry = 'keepPublished' and p.next_at is null)
    and (o.suspended_at is null or not ${held})`;

/** Of stories that were killed or withheld within two days. */
const takenBackDrift = sql`
  select p.article, p.outlet
  from article a join placement p on p.article = a.id
  where a.state <> 'live' and greatest(a.killed_at, a.withheld_at) > now() - interval '2 days'
    and (p.wanted_op = 'upsert'
      or (a.state = 'killed' and p.sent and p.wanted_reason <> 'killed'))`;

/** Of stories that were released. */
const releasedDrift = sql`
  select p.article, p.outlet
  from placement p
  join article a on a.id = p.article
  join article_version v on v.article = a.id and v.version = a.version
  where p.wanted_reason = 'withheld' and a.state = 'live' and (p.sent or ${held})`;
