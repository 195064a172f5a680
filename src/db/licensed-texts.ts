import { sql } from 'kysely';
import type { Db } from './database.ts';
import { feedCovers } from './feed-covers.ts';
import { standing } from './licence-standing.ts';
import type { ArticleState, LicenceState } from './schema.ts';

/** A licence and a text that is asked for under it, with what decides whether that may leave now. */
export interface Held {
  id: string;
  outlet: string;
  isFeed: boolean;
  state: LicenceState;
  successor: string | null;
  outletSuspended: boolean;
  use: { images?: string; until?: string };
  footer: string;
  termsSlug: string;
  termsVersion: number;
  /** Whether the text may leave before it may be used, marked. */
  advance: boolean;
  /** Null where the licence covers no such article. */
  text: {
    article: string;
    version: number;
    state: ArticleState;
    /** When the licence has begun, the embargo has lifted and the window of its terms is open. */
    opensAt: number;
    /** From now until then, on the database's clock; zero or less when it has. */
    waitMs: number;
  } | null;
}

interface HeldRow extends Omit<Held, 'text'> {
  article: string | null;
  version: number;
  articleState: ArticleState;
  opensAt: number;
  waitMs: number;
}

/**
 * @param asked.article of a licence for a feed: which of its articles
 * @param asked.outlet whose row it has to be; null for staff
 */
export async function findHeld(
  db: Db,
  asked: { licence: string; article: string | null; outlet: string | null },
): Promise<Held | undefined> {
  const { licence, article: named, outlet } = asked;
  const { rows } = await sql<HeldRow>`
    /* licence.held */
    select l.id, l.outlet, l.feed is not null as "isFeed", ${standing} as state, l.successor,
      o.suspended_at is not null as "outletSuspended", l.use, l.footer, l.advance,
      l.terms_slug as "termsSlug", l.terms_version as "termsVersion",
      a.id as article, coalesce(l.article_version, a.version) as version,
      a.state as "articleState", opens.at as "opensAt",
      (extract(epoch from opens.at - now()) * 1000)::float8 as "waitMs"
    from licence l
    join outlet o on o.id = l.outlet
    join publication p on p.id = l.publication
    join terms t on t.slug = l.terms_slug and t.version = l.terms_version
    left join (article a join article_version v on v.article = a.id and v.version = a.version)
      on a.id = coalesce(l.article, ${named}::uuid)
        and (l.feed is null or ${feedCovers})
    left join lateral (
      select greatest(l.from_at, a.embargo_until, case when l.feed is not null then window_opens(
        t.document::jsonb->'window', l.use->'media', v.published_at, p.time_zone) end) as at
    ) opens on true
    where l.id = ${licence} and (${outlet}::uuid is null or l.outlet = ${outlet}::uuid)
  `.execute(db);
  return rows.map(heldOf)[0];
}

function heldOf({ article, version, articleState, opensAt, waitMs, ...held }: HeldRow): Held {
  const text = article === null ? null : { article, version, state: articleState, opensAt, waitMs };
  return { ...held, text };
}
