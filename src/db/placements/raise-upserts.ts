import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../database.ts';
import { feedCovers } from '../feed-covers.ts';
import { governingFirst } from '../governing-licence.ts';
import { anew, placementsOf, type RaiseScope, scopeRows } from './scope.ts';
import { shownLatest } from './shown-latest.ts';

/**
 * Wants each licensed article at each destination of its outlet, in the version of the governing
 * licence; see `governingFirst`.
 *
 * Worked out from the rows as they are now and raised only where it differs, so that a repeated or
 * a late call touches nothing. Under a licence for an article that is the newest version, or an
 * older one that the licence is fixed to with no mandatory one since; any other licence on an older
 * version does not count, because its successor is about to be issued. Under a licence for a feed
 * it is the newest.
 *
 * A feed places by itself what is put in after it began and after the destination was made; what is
 * older comes by back-fill alone. Whatever is placed once is kept up. Where an outlet takes text
 * itself, nothing is placed but what it took.
 *
 * What the latest block shows is worked out once for a version, and when a window opens once for an
 * article and terms, however many outlets have it.
 */
export async function raiseUpserts(db: Db, scopes: readonly RaiseScope[]): Promise<number> {
  const { numAffectedRows } = await sql`
    with scope as (${scopeRows(scopes)}),
    story as materialized (
      select a.id, a.version, a.publication, a.embargo_until, a.rights, a.created_at, (
        select coalesce(max(v.version), 1) from article_version v
        where v.article = a.id and v.mandatory) as least_version
      from article a
      where a.state = 'live' and a.id in (select article from scope)
    ),
    asked as materialized (
      select a.*, s.low, s.high, s.at, s.by, s.bulk, s.target
      from scope s join story a on a.id = s.article
    ),
    governing as materialized (
      select distinct on (l.article, l.outlet) l.*,
        min(coalesce(l.feed_since, '-infinity')) over (partition by l.article, l.outlet) as since
      from (${entitled}) l
      order by l.article, l.outlet, ${governingFirst}
    ),
    opening as materialized (${openings}),
    edition as materialized (
      select e.article, e.version, ${shownLatest('e')} as latest
      from (select distinct article, article_version as version from governing) e
    ),
    possible as materialized (
      select d.id as destination, d.channel, d.created_at as made_at, d.revision, g.*, ed.latest,
        a.created_at, o.at as opens_at,
        case when g.advance then '-infinity'
          else greatest(g.from_at, a.embargo_until, o.at) end as not_before
      from governing g
      join story a on a.id = g.article
      join edition ed on ed.article = g.article and ed.version = g.article_version
      join destination d on d.outlet = g.outlet
      left join opening o on g.feed_since is not null and o.article = g.article
        and o.terms_slug = g.terms_slug and o.terms_version = g.terms_version
        and o.media = g.media
    ),
    there as materialized (
      select p.id, p.destination, p.article, p.licence, p.wanted_version, p.wanted_op,
        p.wanted_revision, p.wanted_latest
      from scope s join ${placementsOf}
    ),
    wanted as (
      select w.* from possible w
      -- A full join is never a loop within a loop, which is what the first large fan-out would get
      -- from statistics of the small ones before it.
      full join there p on p.destination = w.destination and p.article = w.article
      where case
        when w.destination is null then false
        when p.id is not null
          then (p.licence, p.wanted_version, p.wanted_op, p.wanted_revision, p.wanted_latest)
            is distinct from (w.id, w.article_version, 'upsert', w.revision, w.latest)
        else ${placedByItself} end
    )
    insert into placement as p (destination, outlet, article, licence, wanted_version, wanted_op,
      wanted_revision, wanted_latest, bulk, raised_at, raised_by, opens_at, not_before, next_at)
    select w.destination, w.outlet, w.article, w.id, w.article_version, 'upsert',
      w.revision, w.latest, w.bulk, w.at, w.by, coalesce(w.opens_at, '-infinity'), w.not_before,
      greatest(w.not_before, now())
    from wanted w
    order by w.destination, w.article
    on conflict (destination, article) do update set
      licence = excluded.licence,
      wanted_seq = p.wanted_seq + 1,
      wanted_version = excluded.wanted_version,
      wanted_op = 'upsert',
      wanted_reason = null,
      wanted_revision = excluded.wanted_revision,
      wanted_latest = excluded.wanted_latest,
      urgent = p.sent and (excluded.wanted_version > p.wanted_version
        or excluded.wanted_latest is distinct from p.wanted_latest),
      bulk = excluded.bulk,
      raised_at = excluded.raised_at,
      raised_by = excluded.raised_by,
      opens_at = excluded.opens_at,
      not_before = excluded.not_before,
      next_at = greatest(excluded.next_at, p.lease_until),
      ${anew}
    where (p.licence, p.wanted_version, p.wanted_op, p.wanted_revision, p.wanted_latest)
      is distinct from (excluded.licence, excluded.wanted_version, 'upsert',
        excluded.wanted_revision, excluded.wanted_latest)
  `.execute(db);
  return Number(numAffectedRows ?? 0);
}

/** Whether what is not there yet comes to destination `w.destination`. */
const placedByItself = sql`(w.channel <> 'pull' and (
  w.since = '-infinity' or w.created_at >= greatest(w.since, w.made_at)
  or (w.bulk and case when w.target is null
    then w.made_at <= w.since else w.destination = w.target end)))`;

/**
 * Licences for feeds, at one outlet or at all of a range; the latter said so that their own index
 * serves it, and not that of all licences by outlet.
 */
function byFeed(outlets: RawBuilder<unknown>) {
  return sql`
    select l.id, l.outlet, l.feed_since, l.from_at, l.until_at, l.advance,
      l.terms_slug, l.terms_version, l.use->'media', a.id, a.version,
      a.at, a.by, a.bulk, a.target
    from asked a
    join article_version v on v.article = a.id and v.version = a.version
    join licence l on l.publication = a.publication and l.feed is not null and ${outlets}
    where l.state = 'active' and l.until_at > now() and ${feedCovers}`;
}

/** Every licence in force that counts, for each article and outlet of the scopes. */
const entitled = sql`
  select l.id, l.outlet, l.feed_since, l.from_at, l.until_at, l.advance,
    l.terms_slug, l.terms_version, null::jsonb as media, k.id as article, l.article_version,
    k.at, k.by, k.bulk, k.target
  from asked k
  join licence l on l.article = k.id and l.outlet between k.low and k.high
  where l.state = 'active' and l.until_at > now() and (l.article_version = k.version
    or (l.correction = 'fixed' and l.article_version >= k.least_version))
  union all ${byFeed(sql`a.low = a.high and l.outlet = a.low`)}
  union all ${byFeed(sql`a.low < a.high and (l.outlet between a.low and a.high) is true`)}`;

/** When the windows of the terms of standing licences open for each article. */
const openings = sql`
  select g.article, g.terms_slug, g.terms_version, g.media,
    window_opens(t.document::jsonb->'window', g.media, v.published_at, p.time_zone) as at
  from (
    select distinct article, article_version, terms_slug, terms_version, media
    from governing where feed_since is not null
  ) g
  join terms t on t.slug = g.terms_slug and t.version = g.terms_version
  join article_version v on v.article = g.article and v.version = g.article_version
  join story a on a.id = g.article
  join publication p on p.id = a.publication`;
