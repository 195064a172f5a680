import { type Selectable, sql } from 'kysely';
import type { Db } from './database.ts';
import type { Scope } from './outbox.ts';
import type { LicenceState, Tables } from './schema.ts';

export type Licence = Selectable<Tables['licence']>;

/** A licence past its last instant is expired, whether or not the sweep has said so yet. */
const standing = sql<LicenceState>`
  case when l.state = 'active' and l.until_at <= now() then 'expired' else l.state end`;

const licence = (db: Db) =>
  db.selectFrom('licence as l').selectAll('l').select(standing.as('state'));

/** @param outlet whose row it has to be; null for staff */
export async function find(
  db: Db,
  id: string,
  outlet: string | null,
): Promise<Licence | undefined> {
  let query = licence(db).where('l.id', '=', id);
  if (outlet !== null) query = query.where('l.outlet', '=', outlet);
  return query.executeTakeFirst();
}

export async function lock(tx: Db, id: string): Promise<Licence | undefined> {
  return licence(tx).where('l.id', '=', id).forUpdate().executeTakeFirst();
}

export interface LicenceFilter {
  outlet?: string | undefined;
  article?: string | undefined;
  /** A slug. */
  publication?: string | undefined;
  /** Slugs that a staff key is limited to. */
  publications?: readonly string[] | undefined;
  state?: LicenceState | undefined;
  /** In force at some instant from here on. */
  from?: number | undefined;
  until?: number | undefined;
  after?: string | undefined;
  limit: number;
}

/** Newest first. */
export async function list(db: Db, filter: LicenceFilter): Promise<Licence[]> {
  let query = licence(db).orderBy('l.id', 'desc').limit(filter.limit);
  if (filter.outlet) query = query.where('l.outlet', '=', filter.outlet);
  if (filter.article) query = query.where('l.article', '=', filter.article);
  if (filter.state) query = query.where(standing, '=', filter.state);
  if (filter.from !== undefined) query = query.where('l.until_at', '>', at(filter.from));
  if (filter.until !== undefined) query = query.where('l.from_at', '<', at(filter.until));
  if (filter.after) query = query.where('l.id', '<', filter.after);
  const slugs = filter.publication ? [filter.publication] : filter.publications;
  if (slugs) {
    const ids = db
      .selectFrom('publication')
      .select('id')
      .where('slug', 'in', [...slugs, '']);
    query = query.where('l.publication', 'in', ids);
  }
  return query.execute();
}

const at = (instant: number) => sql<number>`${new Date(instant)}::timestamptz`;

/** What the record says of a licence at this moment, on the database's clock. */
export interface Standing {
  state: LicenceState;
  articleKilled: boolean;
  successor: string | null;
}

export async function findStanding(db: Db, id: string): Promise<Standing | undefined> {
  const { rows } = await sql<Standing>`
    /* licence.standing */
    select ${standing} as state, a.state = 'killed' as "articleKilled", l.successor
    from licence l join article a on a.id = l.article where l.id = ${id}
  `.execute(db);
  return rows[0];
}

/** Articles that an outlet holds a licence for. */
export async function activeArticles(db: Db, outlet: string): Promise<Scope[]> {
  return db
    .selectFrom('licence')
    .select(['article', 'outlet'])
    .distinct()
    .where('outlet', '=', outlet)
    .where('state', '=', 'active')
    .execute();
}

export interface Ended extends Scope {
  id: string;
  outlet: string;
  state: LicenceState;
}

export async function revoke(
  tx: Db,
  id: string,
  end: { at: number; reason: string },
): Promise<void> {
  await tx
    .updateTable('licence')
    .set({ state: 'revoked', ended_at: new Date(end.at), end_reason: end.reason })
    .where('id', '=', id)
    .execute();
}

/** Marks licences whose time is over; returns them. */
export async function expireDue(tx: Db, limit: number): Promise<Ended[]> {
  const { rows } = await sql<Ended>`
    update licence set state = 'expired', ended_at = until_at, end_reason = 'expired'
    where id in (
      select id from licence where state = 'active' and until_at <= now()
      order by until_at limit ${limit} for update skip locked
    )
    returning id, article, outlet, state
  `.execute(tx);
  return rows;
}

/** Revokes the licences of killed articles, some at a time; returns them. */
export async function revokeKilled(
  tx: Db,
  articles: readonly string[],
  limit: number,
): Promise<Ended[]> {
  const { rows } = await sql<Ended>`
    update licence set state = 'revoked', ended_at = now(), end_reason = 'article-killed'
    where id in (
      select l.id from licence l join article a on a.id = l.article
      where l.state = 'active' and a.state = 'killed' and l.article in (
        select value::uuid from jsonb_array_elements_text(${JSON.stringify(articles)}::jsonb))
      limit ${limit} for update of l skip locked
    )
    returning id, article, outlet, state
  `.execute(tx);
  return rows;
}

export async function anyLicence(db: Db): Promise<boolean> {
  const row = await db.selectFrom('licence').select('id').limit(1).executeTakeFirst();
  return row !== undefined;
}

/** What anyone may read of a licence by its id. */
export async function findPublic(db: Db, id: string) {
  return db
    .selectFrom('licence as l')
    .innerJoin('article as a', 'a.id', 'l.article')
    .innerJoin('article_version as v', (join) =>
      join.onRef('v.article', '=', 'l.article').onRef('v.version', '=', 'l.article_version'),
    )
    .innerJoin('publication as p', 'p.id', 'l.publication')
    .innerJoin('outlet as o', 'o.id', 'l.outlet')
    .select(standing.as('state'))
    .select(sql<boolean>`a.state = 'killed'`.as('articleKilled'))
    .select([
      'l.id',
      'l.use',
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
      'p.copyright_holder as copyrightHolder',
      'o.name as outlet',
      'o.origins',
    ])
    .where('l.id', '=', id)
    .executeTakeFirst();
}

/** A licence with what decides whether its text may leave now. */
export interface Held {
  id: string;
  article: string;
  article_version: number;
  state: LicenceState;
  successor: string | null;
  use: unknown;
  footer: string;
  articleKilled: boolean;
  /** When the licence has begun and the embargo has lifted. */
  opensAt: number;
  /** From now until then, on the database's clock; zero or less when it may leave. */
  waitMs: number;
}

/** @param outlet whose row it has to be; null for staff */
export async function findHeld(
  db: Db,
  id: string,
  outlet: string | null,
): Promise<Held | undefined> {
  const { rows } = await sql<Held>`
    select l.id, l.article, l.article_version, ${standing} as state, l.successor, l.use, l.footer,
      a.state = 'killed' as "articleKilled", opens.at as "opensAt",
      (extract(epoch from opens.at - now()) * 1000)::float8 as "waitMs"
    from licence l
    join article a on a.id = l.article
    cross join lateral (select greatest(l.from_at, a.embargo_until) as at) opens
    where l.id = ${id} and (${outlet}::uuid is null or l.outlet = ${outlet}::uuid)
  `.execute(db);
  return rows[0];
}
