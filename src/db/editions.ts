import { sql } from 'kysely';
import type { Db } from './database.ts';
import type { ArticleFactsRow } from './request-facts.ts';
import { rowsOf } from './rows-of.ts';

/** What of a licence's facts differs from one version of an article to the next. */
export type Edition = Pick<
  ArticleFactsRow,
  | 'article'
  | 'version'
  | 'headline'
  | 'language'
  | 'subjects'
  | 'wordCount'
  | 'publishedAt'
  | 'canonicalUrl'
  | 'integrity'
>;

/** Versions of articles, as a licence that is fixed to them sees them; in any order. */
export async function findEditions(
  db: Db,
  wanted: readonly { article: string; version: number }[],
): Promise<Edition[]> {
  const pairs = wanted.map(({ article, version }) => ({ article, version }));
  const { rows } = await sql<Edition>`
    select v.article, v.version, v.headline, v.language, v.subjects, v.word_count as "wordCount",
      v.published_at as "publishedAt", v.canonical_url as "canonicalUrl", v.integrity
    from (select distinct * from ${rowsOf(pairs, sql`article uuid, version integer`)} pair) k
    join article_version v on v.article = k.article and v.version = k.version
  `.execute(db);
  return rows;
}
