import type { Db } from './database.ts';

/** The ids of the articles of publications, for a subquery. @param slugs may be none */
export function articlesOf(db: Db, slugs: readonly string[]) {
  return db
    .selectFrom('article as a')
    .innerJoin('publication as pub', 'pub.id', 'a.publication')
    .select('a.id')
    .where('pub.slug', 'in', [...slugs, '']);
}
