import { sql } from 'kysely';
import type { Db } from './database.ts';
import { isOutdated } from './overtaken.ts';

/** A licence that stays on its version although there is a newer one. */
export interface Unfollowed {
  id: string;
  outlet: string;
  publication: string;
  article: string;
  /** The version that it stays on. */
  keptVersion: number;
  /** Of the version that it stays on. */
  headline: string;
  /** The newest version. */
  version: number;
  /** What its editor says of the newest version. */
  note: string | null;
}

/** Marks licences whose outlets have to be told of a newer version, some at a time; returns them. */
export async function markTold(
  tx: Db,
  articles: readonly string[],
  limit: number,
): Promise<Unfollowed[]> {
  const { rows } = await sql<Unfollowed>`
    /* licence.unfollowed */
    with untold as (
      select l.id, a.version
      from licence l join article a on a.id = l.article join outlet o on o.id = l.outlet
      where l.correction = 'fixed' and l.state = 'active' and l.until_at > now()
        and a.state = 'live' and o.suspended_at is null and not ${isOutdated}
        and a.version > greatest(l.article_version, l.told_version) and l.article in (
          select value::uuid from jsonb_array_elements_text(${JSON.stringify(articles)}::jsonb))
      limit ${limit} for update of l skip locked
    )
    update licence l set told_version = u.version
    from untold u, article_version kept, article_version newest
    where l.id = u.id
      and kept.article = l.article and kept.version = l.article_version
      and newest.article = l.article and newest.version = u.version
    returning l.id, l.outlet, l.publication, l.article, l.article_version as "keptVersion",
      kept.headline, u.version, newest.correction_note as note
  `.execute(tx);
  return rows;
}
