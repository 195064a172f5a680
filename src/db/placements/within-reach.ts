import { sql } from 'kysely';
import type { Db } from '../database.ts';
import { feedCovers } from '../feed-covers.ts';
import type { Reach, Scope } from '../outbox.ts';
import { rowsOf } from '../rows-of.ts';

/** The articles of a publication that an outlet has, or is to have, under licences for its feeds. */
export interface WithinReach {
  /** Those that are placed anywhere, and those that came since a feed began and are not. */
  kept: Scope[];
  /** The newest of those that were there before, as many as each feed was asked with. */
  backFill: Scope[];
}

export async function withinReach(db: Db, reaches: readonly Reach[]): Promise<WithinReach> {
  if (reaches.length === 0) return { kept: [], backFill: [] };
  const { rows } = await sql<Scope & { fill: boolean }>`
    with reach as (
      select distinct r.publication, r.outlet
      from ${rowsOf(reaches, sql`publication uuid, outlet uuid`)} r
    ),
    feed as materialized (
      select l.*, (q.feed->>'backFill')::integer as back_fill
      from reach r
      join licence l on l.publication = r.publication and l.outlet = r.outlet
        and l.feed is not null and l.state = 'active' and l.until_at > now()
      join request q on q.id = l.request
    )
    select p.article, p.outlet, false as fill
    from reach r
    join placement p on p.outlet = r.outlet
    join article a on a.id = p.article and a.publication = r.publication
    union
    select a.id, l.outlet, false
    from feed l
    join article a on a.publication = l.publication and a.created_at >= l.feed_since
      and a.state = 'live'
    join article_version v on v.article = a.id and v.version = a.version
    where ${feedCovers}
    union
    select filling.id, l.outlet, true
    from feed l
    cross join lateral (
      select a.id from article a
      join article_version v on v.article = a.id and v.version = a.version
      where a.publication = l.publication and a.created_at < l.feed_since and a.state = 'live'
        and ${feedCovers}
      order by a.created_at desc, a.id desc limit l.back_fill
    ) filling
    where l.back_fill > 0
  `.execute(db);
  const scopes = (fill: boolean) =>
    rows.filter((row) => row.fill === fill).map(({ article, outlet }) => ({ article, outlet }));
  return { kept: scopes(false), backFill: scopes(true) };
}
