import { type RawBuilder, sql } from 'kysely';

/**
 * Whether standing licence `l` covers article `a` in its newest version `v`: by what the two say
 * (see the domain's `feedCovers`), and because no other outlet has the article to itself where and
 * when the licence could have it used from now on.
 *
 * Neither the state of the article, the outlet or the licence counts here.
 */
export const feedCovers: RawBuilder<boolean> = sql`(
  l.publication = a.publication
  and feed_covers(l.outlet, l.feed->'filter', l.feed_since, l.use, a.rights, a.created_at,
    v.subjects, v.language, v.word_count, v.published_at)
  and not exists (
    select from exclusive_slot s join licence holder on holder.id = s.licence
    where s.article = a.id and s.outlet <> l.outlet and holder.state in ('active', 'suspended')
      and s.until_at > now() and s.from_at < l.until_at
      and common_territories(s.territories, s.exclude_territories, l.use->'territories',
        coalesce(l.use->'excludeTerritories', '[]')) <> '[]'))`;
