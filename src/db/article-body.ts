import type { Db } from './database.ts';

/** The HTML of one version's body, as it was taken in. */
export async function readBodyOf(db: Db, article: string, version: number): Promise<string> {
  const row = await db
    .selectFrom('article_version')
    .select('body')
    .where('article', '=', article)
    .where('version', '=', version)
    .executeTakeFirstOrThrow();
  return row.body;
}
