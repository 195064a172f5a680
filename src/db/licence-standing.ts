import { sql } from 'kysely';
import type { Db } from './database.ts';
import { feedCovers } from './feed-covers.ts';
import type { LicenceState } from './schema.ts';

/** A licence past its last instant is expired, whether or not the sweep has said so yet. */
export const standing = sql<LicenceState>`
  case when l.state in ('active', 'suspended') and l.until_at <= now() then 'expired' else l.state end`;

/** What the record says of a licence at this moment, on the database's clock. */
export interface Standing {
  state: LicenceState;
  /** Killed, or withheld. */
  articleKilled: boolean;
  /** Of a standing licence that was asked about an article: whether it covers it. */
  articleCovered: boolean | null;
  outletSuspended: boolean;
  successor: string | null;
  /** The licence as it was issued. */
  token: string;
}

/**
 * @param asked the article in question, where the licence is for a feed: an id, or undefined where
 *   none was named; null for what is the id of nothing
 */
export async function findStanding(
  db: Db,
  id: string,
  asked?: string | null,
): Promise<Standing | undefined> {
  const { rows } = await sql<Standing>`
    /* licence.standing */
    select ${standing} as state, coalesce(a.state <> 'live', false) as "articleKilled",
      case when l.feed is null or ${asked === undefined} then null
        when a.id is null then false else ${feedCovers} end as "articleCovered",
      l.successor, l.token, o.suspended_at is not null as "outletSuspended"
    from licence l
    join outlet o on o.id = l.outlet
    left join article a on a.id = coalesce(l.article, ${asked ?? null}::uuid)
      and a.publication = l.publication
    left join article_version v on v.article = a.id and v.version = a.version
    where l.id = ${id}
  `.execute(db);
  return rows[0];
}

/** What anyone may read of a licence by its id. */
export async function findPublic(db: Db, id: string) {
  return db
    .selectFrom('licence as l')
    .leftJoin('article as a', 'a.id', 'l.article')
    .leftJoin('article_version as v', (join) =>
      join.onRef('v.article', '=', 'l.article').onRef('v.version', '=', 'l.article_version'),
    )
    .innerJoin('publication as p', 'p.id', 'l.publication')
    .innerJoin('outlet as o', 'o.id', 'l.outlet')
    .select(standing.as('state'))
    .select(sql<boolean>`coalesce(a.state <> 'live', false)`.as('articleKilled'))
    .select(sql<boolean>`o.suspended_at is not null`.as('outletSuspended'))
    .select([
      'l.id',
      'l.use',
      'l.feed',
      'l.footer',
      'l.token',
      'l.successor',
      'l.from_at as from',
      'l.until_at as until',
      'l.terms_slug as termsSlug',
      'l.terms_version as termsVersion',
      'v.headline',
      'v.canonical_url as canonicalUrl',
      'v.version',
      'a.embargo_until as embargoUntil',
      'p.name as publication',
      'p.url as publicationUrl',
      'p.copyright_holder as copyrightHolder',
      'o.name as outlet',
      'o.origins',
    ])
    .where('l.id', '=', id)
    .executeTakeFirst();
}
