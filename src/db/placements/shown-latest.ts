import { type RawBuilder, sql } from 'kysely';

/**
 * Which teasers a version of an article shows, as one value to compare: it changes when a listed
 * story is no longer live, and for no other reason. Null when it shows none.
 *
 * @param edition alias of a row with `article` and `version`
 */
export function shownLatest(edition: string): RawBuilder<string | null> {
  return sql`(
    select md5(string_agg(i.listed::text, ',' order by i.position))
    from latest_item i join article o on o.id = i.listed and o.state = 'live'
    where i.article = ${sql.ref(`${edition}.article`)} and i.version = ${sql.ref(`${edition}.version`)})`;
}
