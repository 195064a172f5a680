import { sql } from 'kysely';
import type { AskedFeed } from '../domain/feed.ts';
import type { Db } from './database.ts';
import { joined } from './joined.ts';
import { joinPolicy, MOST_HELD, type PartyFacts, partyColumns } from './party-facts.ts';

/** All that a request for a feed takes, read in one round trip. */
export interface FeedFactsRow extends PartyFacts {
  article: null;
  feed: AskedFeed;
  /** Of its publication. */
  language: string;
  publicationUrl: string;
}

/** A feed and an outlet that asks for it. */
export interface FeedKey {
  feed: AskedFeed;
  outlet: string;
}

/** The facts of one feed and outlet; undefined when the outlet or the publication does not exist. */
export const findFeedFacts = joined(findAllFeedFacts);

/** The facts of several, in their order. See `findAllFacts`. */
export async function findAllFeedFacts(
  db: Db,
  keys: readonly FeedKey[],
  draws = true,
): Promise<(FeedFactsRow | undefined)[]> {
  const pairs = JSON.stringify(
    keys.map(({ feed, outlet }) => ({ publication: feed.publication, outlet })),
  );
  const { rows } = await sql<Omit<FeedFactsRow, 'feed'> & { nth: number }>`
    /* request.feed-facts */
    select k.nth, case when ${draws} then nextval('status_position') end as position,
      null as article, p.language, p.url as "publicationUrl", ${partyColumns},
      coalesce((select jsonb_agg(own) from (
        select l.id, l.use, null as version, l.feed, l.correction
        from licence l
        where l.publication = p.id and l.feed is not null and l.outlet = o.id
          and l.state = 'active' and l.until_at > now()
        order by l.until_at desc limit ${MOST_HELD}
      ) own), '[]') as held,
      false as contested
    from rows from (jsonb_to_recordset(${pairs}::jsonb) as (publication text, outlet uuid))
      with ordinality as k (publication, outlet, nth)
    join publication p on p.slug = k.publication
    join outlet o on o.id = k.outlet
    ${joinPolicy}
  `.execute(db);
  const found = new Map(rows.map(({ nth, ...row }) => [nth, row]));
  return keys.map(({ feed }, i) => {
    const row = found.get(i + 1);
    return row && { ...row, feed };
  });
}
