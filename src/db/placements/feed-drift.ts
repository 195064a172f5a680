import { sql } from 'kysely';
import { feedCovers } from '../feed-covers.ts';
import { held } from './held.ts';

/** How many pairs of a story and a standing licence are looked at in one go; about half a second. */
const MOST_PAIRS = 50_000;

/**
 * Stories `a`, with their newest versions `v`, that came or changed within two days where feeds
 * are licensed: as many, in no order, as one look can hold against all those licences. Where there
 * are more, each has its turn in time.
 */
export const recentStories = sql`
  select picked.* from (
    select a.id, a.version, a.publication, a.rights, a.created_at, f.feeds,
      sum(f.feeds) over (order by random()) as upto
    from article a
    join (
      select publication, count(*) as feeds from licence
      where feed is not null and state = 'active' group by publication
    ) f on f.publication = a.publication
    where a.state = 'live' and a.updated_at > now() - interval '2 days'
  ) picked
  where picked.upto - picked.feeds < ${sql.lit(MOST_PAIRS)}`;

/** Of licences for feeds, among the stories `recent`: not placed, out of date, or no longer covered. */
export const feedDrift = sql`
  select a.id as article, l.outlet
  from recent a
  join article_version v on v.article = a.id and v.version = a.version
  join licence l on l.publication = a.publication and l.feed is not null
    and l.state = 'active' and l.until_at > now()
  join outlet o on o.id = l.outlet and o.suspended_at is null
  join destination d on d.outlet = l.outlet
  left join shorter s on s.id = a.id
  left join placement p on p.destination = d.id and p.article = a.id
  left join licence g on g.id = p.licence
  where ${feedCovers} and case
    when p.id is null
      then d.channel <> 'pull' and a.created_at >= greatest(l.feed_since, d.created_at)
    else p.wanted_op = 'withdraw' or g.state <> 'active' or p.wanted_revision < d.revision
      or (g.feed is not null and p.wanted_version < a.version)
      or (p.wanted_version = s.version and p.wanted_latest is distinct from s.latest) end
  union
  select a.id, p.outlet
  from recent a
  join article_version v on v.article = a.id and v.version = a.version
  join placement p on p.article = a.id and p.wanted_op = 'upsert'
  join licence g on g.id = p.licence and g.feed is not null and g.state = 'active'
  where not ${held}`;
