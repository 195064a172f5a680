import { sql } from 'kysely';
import type { Db } from './database.ts';
import { feedCovers } from './feed-covers.ts';

/**
 * The order of several active licences `l` of an outlet for an article, the governing one first: in
 * force now, for the article rather than for a feed, on the newest version and ending last; while
 * none is in force, it begins first.
 */
export const governingFirst = sql`l.from_at <= now() desc, l.feed_since is null desc,
  l.article_version desc, case when l.from_at <= now() then l.until_at end desc, l.from_at,
  l.id desc`;

/** The licence that an outlet's copy of an article goes under. */
export interface GoverningLicence {
  id: string;
  use: { images?: string; until?: string };
  termsSlug: string;
  termsVersion: number;
}

/** See {@link governingFirst}. */
export async function findGoverning(
  db: Db,
  article: string,
  outlet: string,
): Promise<GoverningLicence | undefined> {
  const { rows } = await sql<GoverningLicence>`
    select l.id, l.use, l.terms_slug as "termsSlug", l.terms_version as "termsVersion"
    from article a
    join article_version v on v.article = a.id and v.version = a.version
    join licence l on l.outlet = ${outlet} and l.state = 'active' and l.until_at > now()
      and (l.article = a.id or (l.feed is not null and ${feedCovers}))
    where a.id = ${article}
    order by ${governingFirst}
    limit 1
  `.execute(db);
  return rows[0];
}
