import { sql } from 'kysely';
import type { Db } from '../database.ts';
import { feedCovers } from '../feed-covers.ts';

/**
 * The newest live articles that an outlet's licences for feeds cover, newest first.
 *
 * @param of.licence one of them; null for all
 */
export async function newestCovered(
  db: Db,
  of: { outlet: string; licence: string | null; most: number },
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with feed as materialized (
      select l.* from licence l
      where l.outlet = ${of.outlet} and l.feed is not null and l.state = 'active'
        and l.until_at > now() and (${of.licence}::uuid is null or l.id = ${of.licence}::uuid)
    )
    select a.id
    from article a
    join article_version v on v.article = a.id and v.version = a.version
    where a.state = 'live' and a.publication in (select publication from feed)
      and exists (select from feed l where ${feedCovers})
    order by a.created_at desc, a.id desc
    limit ${of.most}
  `.execute(db);
  return rows.map(({ id }) => id);
}
