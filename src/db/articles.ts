import { type Insertable, type Selectable, sql } from 'kysely';
import type { Db } from './database.ts';
import { feedCovers } from './feed-covers.ts';
import { standing } from './licence-standing.ts';
import type { ArticleState, Tables } from './schema.ts';

export type Article = Selectable<Tables['article']>;
export type Version = Selectable<Tables['article_version']>;

/** An article in its newest version, with the publication that owns it. */
export type Story = Awaited<ReturnType<typeof findStory>> & {};

const story = (db: Db) =>
  db
    .selectFrom('article as a')
    .innerJoin('article_version as v', (join) =>
      join.onRef('v.article', '=', 'a.id').onRef('v.version', '=', 'a.version'),
    )
    .innerJoin('publication as p', 'p.id', 'a.publication')
    .selectAll('v')
    .select([
      'a.id',
      'a.publication',
      'a.external_id',
      'a.state',
      'a.embargo_until',
      'a.rights',
      'a.replaces',
      'a.killed_at',
      'a.kill_reason',
      'a.kill_note',
      'a.withheld_at',
      'a.withhold_reason',
      'a.withhold_note',
      'a.created_at as first_created_at',
      'p.slug',
    ]);

export async function findStory(db: Db, id: string) {
  return story(db).where('a.id', '=', id).executeTakeFirst();
}

/**
 * Keeps others from changing the article until the transaction ends.
 *
 * Rows that only refer to it may still come: a relay that holds its placements and adds another
 * would wait here for a kill that waits for those placements.
 */
export async function lock(tx: Db, id: string): Promise<Article | undefined> {
  const query = tx.selectFrom('article').selectAll().where('id', '=', id);
  return query.forNoKeyUpdate().executeTakeFirst();
}

export async function findByExternalId(db: Db, publication: string, externalId: string) {
  return story(db)
    .where('a.publication', '=', publication)
    .where('a.external_id', '=', externalId)
    .executeTakeFirst();
}

export interface ListFilter {
  publication?: string | undefined;
  /** Slugs; absent means all. */
  publications?: readonly string[] | undefined;
  state?: ArticleState | undefined;
  /** Embargoed and withheld stories are left out unless this outlet holds a licence for them. */
  visibleTo?: string | undefined;
  after?: string | undefined;
  limit: number;
}

/** Newest versions, latest articles first. */
export async function list(db: Db, filter: ListFilter) {
  let query = story(db).orderBy('a.id', 'desc').limit(filter.limit);
  if (filter.publication) query = query.where('p.slug', '=', filter.publication);
  if (filter.publications) query = query.where('p.slug', 'in', [...filter.publications, '']);
  if (filter.state) query = query.where('a.state', '=', filter.state);
  if (filter.after) query = query.where('a.id', '<', filter.after);
  const { visibleTo } = filter;
  if (visibleTo) query = query.where(visible(visibleTo));
  return query.execute();
}

/** The live stories that a licence for a feed covers, the latest first. */
export async function listCovered(
  db: Db,
  licence: string,
  { after, limit }: { after?: string | undefined; limit: number },
) {
  let query = story(db)
    .innerJoin('licence as l', 'l.publication', 'a.publication')
    .where('l.id', '=', licence)
    .where('a.state', '=', 'live')
    .where(sql<boolean>`${feedCovers}`)
    .orderBy('a.id', 'desc')
    .limit(limit);
  if (after !== undefined) query = query.where('a.id', '<', after);
  return query.execute();
}

/** Whether an outlet may read a story's facts: neither embargoed nor withheld, or licensed to it. */
export async function isVisible(db: Db, id: string, outlet: string): Promise<boolean> {
  const row = await story(db).where('a.id', '=', id).where(visible(outlet)).executeTakeFirst();
  return row !== undefined;
}

function visible(outlet: string) {
  return sql<boolean>`(
    ((a.embargo_until is null or a.embargo_until <= now()) and a.state <> 'withheld')
    or exists (
      select from licence l
      where l.article = a.id and l.outlet = ${outlet} and ${standing} = 'active')
    or exists (
      select from licence l
      where l.publication = a.publication and l.outlet = ${outlet} and l.feed is not null
        and ${standing} = 'active' and ${feedCovers}))`;
}

/** Newest first, from below the version `after`. */
export async function listVersions(
  db: Db,
  article: string,
  { after, limit }: { after?: number | undefined; limit: number },
): Promise<Version[]> {
  let query = db.selectFrom('article_version').selectAll().where('article', '=', article);
  if (after !== undefined) query = query.where('version', '<', after);
  return query.orderBy('version', 'desc').limit(limit).execute();
}

export async function findVersion(
  db: Db,
  article: string,
  version: number,
): Promise<Version | undefined> {
  return db
    .selectFrom('article_version')
    .selectAll()
    .where('article', '=', article)
    .where('version', '=', version)
    .executeTakeFirst();
}

export async function insertArticle(tx: Db, row: Insertable<Tables['article']>): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('article')
    .values(row)
    .onConflict((conflict) => conflict.columns(['publication', 'external_id']).doNothing())
    .executeTakeFirstOrThrow();
  return Number(numInsertedOrUpdatedRows) === 1;
}

export async function insertVersion(
  tx: Db,
  row: Insertable<Tables['article_version']>,
): Promise<void> {
  await tx.insertInto('article_version').values(row).execute();
}

export async function advance(
  tx: Db,
  id: string,
  row: {
    version: number;
    embargo_until: Date | null;
    published_at: Date;
    reading: string;
    rights: string;
    updated_at: Date;
  },
): Promise<void> {
  await tx.updateTable('article').set(row).where('id', '=', id).execute();
}
