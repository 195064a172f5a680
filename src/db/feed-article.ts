import { sql } from 'kysely';
import type { Db } from './database.ts';

/** An article as a page that reprints it under a standing licence has to show it. */
export interface FeedArticleRow {
  article: string;
  /** The newest. */
  version: number;
  headline: string;
  canonicalUrl: string;
  language: string;
  integrity: string;
  publishedAt: number;
  copyrightSince: number;
  timeZone: string;
  termsDocument: string;
}

/** Undefined where it is not an article of the licence's publication. */
export async function findFeedArticle(
  db: Db,
  { licence, article }: { licence: string; article: string },
): Promise<FeedArticleRow | undefined> {
  const { rows } = await sql<FeedArticleRow>`
    select a.id as article, a.version, v.headline, v.canonical_url as "canonicalUrl", v.language,
      v.integrity, v.published_at as "publishedAt", p.copyright_since as "copyrightSince",
      p.time_zone as "timeZone", t.document as "termsDocument"
    from licence l
    join article a on a.publication = l.publication and a.id = ${article}
    join article_version v on v.article = a.id and v.version = a.version
    join publication p on p.id = l.publication
    join terms t on t.slug = l.terms_slug and t.version = l.terms_version
    where l.id = ${licence} and l.feed is not null
  `.execute(db);
  return rows[0];
}
