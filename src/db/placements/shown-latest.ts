import { sql } from 'kysely';

/**
 * Which teasers the newest version of article `a` shows, as one value to compare: it changes when
 * a listed story is no longer live, and for no other reason. Null when it shows none.
 */
export const shownLatest = sql<string | null>`(
  select md5(string_agg(i.listed::text, ',' order by i.position))
  from latest_item i join article o on o.id = i.listed and o.state = 'live'
  where i.article = a.id and i.version = a.version)`;
