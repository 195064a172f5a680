import type { Db } from './database.ts';

/** See {@link findCertified}. Byline and publication are those of the article, where there is one. */
export type CertifiedRow = NonNullable<Awaited<ReturnType<typeof findCertified>>>;

/**
 * What a certificate says that the token does not: names, the byline, and the terms in full.
 *
 * @param outlet whose licence it has to be; null for staff
 */
export async function findCertified(db: Db, id: string, outlet: string | null) {
  let query = db
    .selectFrom('licence as l')
    .leftJoin('article_version as v', (join) =>
      join.onRef('v.article', '=', 'l.article').onRef('v.version', '=', 'l.article_version'),
    )
    .innerJoin('terms as t', (join) =>
      join.onRef('t.slug', '=', 'l.terms_slug').onRef('t.version', '=', 'l.terms_version'),
    )
    .innerJoin('outlet as o', 'o.id', 'l.outlet')
    .select(['l.id', 'l.token', 'l.kid', 'l.publication', 'l.feed_since as feedSince'])
    .select('l.created_at as issuedAt')
    .select('o.name as outletName')
    .select(['v.byline', 'v.published_at as publishedAt', 't.document as termsDocument'])
    .where('l.id', '=', id);
  if (outlet !== null) query = query.where('l.outlet', '=', outlet);
  return query.executeTakeFirst();
}
