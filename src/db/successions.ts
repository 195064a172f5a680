import { sql } from 'kysely';
import type { Feed } from '../domain/feed.ts';
import type { UseDocument } from '../domain/use.ts';
import type { Db } from './database.ts';
import type { Reach } from './outbox.ts';
import { isCompromised, isOutdated, type OvertakenBy, overtakenBy } from './overtaken.ts';
import { rowsOf } from './rows-of.ts';

/** A licence that another follows, and what its successor is made from. */
export interface Followed {
  id: string;
  series: string;
  request: string;
  outlet: string;
  /** Null for a standing licence. */
  article: string | null;
  feed: Feed | null;
  feed_since: number | null;
  /** Of the successor. */
  version: number | null;
  use: UseDocument;
  terms_slug: string;
  terms_version: number;
  /** When it was decided, renewed or asked to begin, whichever is last; not terms nor embargo. */
  asked_from: number;
  renewed_at: number | null;
}

/** A licence that another has to follow, and why. */
export interface Overtaken extends Followed {
  reason: OvertakenBy;
}

const followed = sql`
  l.id, l.series, l.request, l.outlet, l.article, l.feed, l.feed_since, l.use, l.terms_slug, l.terms_version,
  l.renewed_at,
  case when l.correction = 'follow' or ${isOutdated} then a.version
    else l.article_version end as version,
  greatest(coalesce(l.renewed_at, r.decided_at), (r.use->>'from')::timestamptz) as asked_from`;

/** The licence with this id, whatever has become of it, as one that another follows. */
export async function findFollowed(db: Db, id: string): Promise<Followed> {
  const { rows } = await sql<Followed>`
    select ${followed}
    from licence l left join article a on a.id = l.article join request r on r.id = l.request
    where l.id = ${id}
  `.execute(db);
  const [row] = rows;
  if (!row) throw new Error(`there is no licence ${id}`);
  return row;
}

/**
 * Active licences of these articles that no longer are what they should be, a page at a time: on
 * an older version than they have to be on, signed by a compromised key, or waiting for an embargo
 * that has moved. Outlets that are suspended get no new ones until they are reinstated.
 */
export async function findOvertaken(
  db: Db,
  articles: readonly string[],
  page: { after: Overtaken | undefined; limit: number },
): Promise<Overtaken[]> {
  const { after, limit } = page;
  const { rows } = await sql<Overtaken>`
    /* licence.overtaken */
    select ${followed}, ${overtakenBy} as reason
    from licence l
    join article a on a.id = l.article
    join outlet o on o.id = l.outlet
    join request r on r.id = l.request
    where l.state = 'active' and l.until_at > now() and a.state = 'live'
      and o.suspended_at is null and ${overtakenBy} is not null and l.article in (
        select value::uuid from jsonb_array_elements_text(${JSON.stringify(articles)}::jsonb))
      and (${after?.id ?? null}::uuid is null
        or (l.article, l.id) > (${after?.article ?? null}::uuid, ${after?.id ?? null}::uuid))
    order by l.article, l.id
    limit ${limit}
  `.execute(db);
  return rows;
}

/**
 * Active standing licences of outlets for publications whose key is compromised, a page at a time.
 * Nothing else overtakes them: corrections and embargoes are each article's.
 */
export async function findOvertakenFeeds(
  db: Db,
  reaches: readonly Reach[],
  page: { after: Overtaken | undefined; limit: number },
): Promise<Overtaken[]> {
  const { rows } = await sql<Overtaken>`
    /* licence.overtaken-feeds */
    select ${followed}, 'key-compromised' as reason
    from (select distinct * from ${rowsOf(reaches, sql`publication uuid, outlet uuid`)} t) k
    join licence l on l.publication = k.publication and l.outlet = k.outlet and l.feed is not null
    left join article a on a.id = l.article
    join outlet o on o.id = l.outlet
    join request r on r.id = l.request
    where l.state = 'active' and l.until_at > now() and o.suspended_at is null
      and ${isCompromised} and (${page.after?.id ?? null}::uuid is null
        or l.id > ${page.after?.id ?? null}::uuid)
    order by l.id
    limit ${page.limit}
  `.execute(db);
  return rows;
}

/** Where {@link findOvertakenFeeds} would find something that the relay has no word of. */
export async function findForgottenFeeds(db: Db, limit: number): Promise<Reach[]> {
  const { rows } = await sql<Reach>`
    select distinct l.publication, l.outlet
    from licence l join outlet o on o.id = l.outlet
    where l.feed is not null and l.state = 'active' and l.until_at > now()
      and o.suspended_at is null and ${isCompromised} and not exists (
        select from outbox w where w.publication = l.publication and w.outlet = l.outlet)
    limit ${limit}
  `.execute(db);
  return rows;
}

/**
 * Takes those of the licences that are still active, so that no two relays replace one twice.
 *
 * @returns the ids now held by this transaction
 */
export async function lockActive(tx: Db, ids: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select id from licence
    where state = 'active' and id in (
      select value::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))
    order by id
    for update
  `.execute(tx);
  return new Set(rows.map((row) => row.id));
}

/** A licence, the one that takes its place, and why. */
export interface Succession {
  id: string;
  successor: string;
  reason: OvertakenBy | 'renewed';
}

/** Marks licences as followed by others. */
export async function supersede(tx: Db, successions: readonly Succession[]): Promise<void> {
  await sql`
    update licence l set state = 'superseded', successor = s.successor, ended_at = now(),
      end_reason = s.reason
    from ${rowsOf(successions, sql`id uuid, successor uuid, reason text`)} s
    where l.id = s.id
  `.execute(tx);
}
