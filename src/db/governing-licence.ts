import { sql } from 'kysely';
import type { Db } from './database.ts';

/** The licence that an outlet's copy of an article goes under. */
export interface GoverningLicence {
  id: string;
  use: { images?: string };
  termsSlug: string;
  termsVersion: number;
}

/**
 * Among several active licences of an outlet for an article: on the newest version, in force now
 * and ending last, else the one that begins first.
 */
export async function findGoverning(
  db: Db,
  article: string,
  outlet: string,
): Promise<GoverningLicence | undefined> {
  const { rows } = await sql<GoverningLicence>`
    select l.id, l.use, l.terms_slug as "termsSlug", l.terms_version as "termsVersion"
    from licence l
    where l.article = ${article} and l.outlet = ${outlet}
      and l.state = 'active' and l.until_at > now()
    order by l.article_version desc, l.from_at <= now() desc,
      case when l.from_at <= now() then l.until_at end desc, l.from_at, l.id desc
    limit 1
  `.execute(db);
  return rows[0];
}
