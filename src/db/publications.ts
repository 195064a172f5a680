import { sql } from 'kysely';
import type { LatestBlock } from '../domain/latest-heading.ts';
import type { Db } from './database.ts';

/** A title that owns articles, as its row. */
export interface Publication {
  id: string;
  slug: string;
  name: string;
  url: string;
  copyright_holder: string;
  copyright_since: number;
  language: string;
  time_zone: string;
  footer_template: string | Record<string, string> | null;
  latest_block: LatestBlock | null;
  contact: string;
}

export async function findBySlug(db: Db, slug: string): Promise<Publication | undefined> {
  return db.selectFrom('publication').selectAll().where('slug', '=', slug).executeTakeFirst();
}

export async function listIds(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('publication').select('id').orderBy('id').execute();
  return rows.map(({ id }) => id);
}

/** Newest first, from below the id `after`; of these slugs, or of all. */
export async function list(
  db: Db,
  filter: { after?: string | undefined; limit: number; slugs?: readonly string[] | undefined },
): Promise<Publication[]> {
  let query = db.selectFrom('publication').selectAll().orderBy('id', 'desc').limit(filter.limit);
  if (filter.slugs) query = query.where('slug', 'in', [...filter.slugs, '']);
  if (filter.after) query = query.where('id', '<', filter.after);
  return query.execute();
}

export async function slugOf(db: Db, id: string): Promise<string> {
  const query = db.selectFrom('publication').select('slug').where('id', '=', id);
  return (await query.executeTakeFirstOrThrow()).slug;
}

export async function slugOfArticle(db: Db, article: string): Promise<string> {
  const query = db
    .selectFrom('publication as p')
    .innerJoin('article as a', 'a.publication', 'p.id')
    .select('p.slug')
    .where('a.id', '=', article);
  return (await query.executeTakeFirstOrThrow()).slug;
}

/** Waits for whoever else is saving the same publication, so that before and after are exact. */
export async function lockBySlug(tx: Db, slug: string): Promise<Publication | undefined> {
  await sql`select pg_advisory_xact_lock(hashtext('publication'), hashtext(${slug}))`.execute(tx);
  return findBySlug(tx, slug);
}

export async function save(tx: Db, publication: Publication, now: number): Promise<void> {
  const { id, slug, ...rest } = publication;
  const columns = {
    ...rest,
    footer_template: asJson(rest.footer_template),
    latest_block: asJson(rest.latest_block),
  };
  await tx
    .insertInto('publication')
    .values({ id, slug, ...columns })
    .onConflict((conflict) =>
      conflict.column('slug').doUpdateSet({ ...columns, updated_at: new Date(now) }),
    )
    .execute();
}

function asJson(value: unknown): string | null {
  return value === null ? null : JSON.stringify(value);
}
