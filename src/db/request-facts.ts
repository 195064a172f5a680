import { sql } from 'kysely';
import type { Db } from './database.ts';
import type { FeedFactsRow } from './feed-facts.ts';
import { joined } from './joined.ts';
import { joinPolicy, MOST_HELD, type PartyFacts, partyColumns } from './party-facts.ts';
import type { ArticleRights, ArticleState } from './schema.ts';

/** All that deciding and signing one request takes: of an article, or of a feed. */
export type FactsRow = ArticleFactsRow | FeedFactsRow;

/** All that a request for an article takes, read in one round trip. */
export interface ArticleFactsRow extends PartyFacts {
  article: string;
  feed: null;
  version: number;
  state: ArticleState;
  embargoUntil: number | null;
  rights: ArticleRights;
  headline: string;
  language: string;
  subjects: string[];
  wordCount: number;
  publishedAt: number;
  canonicalUrl: string;
  integrity: string;
}

/** An article and an outlet that asks for it. */
export interface FactsKey {
  article: string;
  outlet: string;
}

/** The facts of one pair; undefined when the outlet or the article does not exist. */
export const findFacts = joined(findAllFacts);

/** What can be judged, without a place for the licence that may come of it. */
export type JudgedRow = Omit<ArticleFactsRow, 'position'> | Omit<FeedFactsRow, 'position'>;

/**
 * The facts of several pairs in one round trip, in their order.
 *
 * @param draws false for somebody who only looks: no places for licences are drawn
 */
export async function findAllFacts(
  db: Db,
  keys: readonly FactsKey[],
  draws = true,
): Promise<(ArticleFactsRow | undefined)[]> {
  const pairs = JSON.stringify(keys.map(({ article, outlet }) => ({ article, outlet })));
  const { rows } = await sql<ArticleFactsRow & { nth: number }>`
    /* request.facts */
    select k.nth, case when ${draws} then nextval('status_position') end as position,
      a.id as article, a.version, a.state, a.embargo_until as "embargoUntil", a.rights,
      v.headline, v.language, v.subjects, v.word_count as "wordCount",
      v.published_at as "publishedAt", v.canonical_url as "canonicalUrl", v.integrity,
      null as feed, ${partyColumns},
      coalesce((select jsonb_agg(own) from (
        select l.id, l.use, l.article_version as version, l.feed, l.correction
        from licence l
        where l.article = a.id and l.outlet = o.id and l.state = 'active' and l.until_at > now()
        order by l.until_at desc limit ${MOST_HELD}
      ) own), '[]') as held,
      exists (
        select from exclusive_slot s join licence l on l.id = s.licence
        where s.article = a.id and s.outlet <> o.id and l.state in ('active', 'suspended')
      ) as contested
    from rows from (jsonb_to_recordset(${pairs}::jsonb) as (article uuid, outlet uuid))
      with ordinality as k (article, outlet, nth)
    join article a on a.id = k.article
    join outlet o on o.id = k.outlet
    join article_version v on v.article = a.id and v.version = a.version
    join publication p on p.id = a.publication
    ${joinPolicy}
  `.execute(db);
  const found = new Map(rows.map(({ nth, ...row }) => [nth, row]));
  return keys.map((_, i) => found.get(i + 1));
}
