import { sql } from 'kysely';
import { feedCovers } from '../feed-covers.ts';

/**
 * Whether a licence in force lets the outlet of placement `p` have its article: one for article `a`,
 * or one for a feed that covers the article in its newest version `v`.
 *
 * Each is looked up by its index: as a plain `exists` all licences would be read into a table.
 */
export const held = sql<boolean>`(
  (select true from licence l
    where l.article = p.article and l.outlet = p.outlet
      and l.state = 'active' and l.until_at > now() limit 1) is true
  or (select true from licence l
    where l.publication = a.publication and l.outlet = p.outlet and l.feed is not null
      and l.state = 'active' and l.until_at > now() and ${feedCovers} limit 1) is true)`;

/**
 * What ended last of what let the outlet of placement `p` have its article, and whether its copy may
 * stay: a licence for the article, or the standing licence, series `g.series`, that it went under.
 * One of these that is still in force has let go of the article, which is as if it were revoked for
 * it.
 */
export const lastEnded = sql`
  select
    case when l.state in ('revoked', 'suspended') then l.state
      when stands.now then 'revoked' else 'expired' end as reason,
    l.after_expiry = 'keepPublished' and l.suspended_at is null and not stands.now as stays
  from licence l
  cross join lateral (select l.state = 'active' and l.until_at > now() as now) stands
  where l.outlet = p.outlet and l.state <> 'superseded' and (l.article = p.article
    or (l.publication = g.publication and l.feed is not null and l.series = g.series))
  order by case when stands.now then now()
    else coalesce(l.ended_at, l.suspended_at, l.until_at) end desc
  limit 1`;
