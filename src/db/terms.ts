import { sql } from 'kysely';
import type { Db } from './database.ts';
import { rowsOf } from './rows-of.ts';

/** One frozen version of named terms. */
export interface TermsVersion {
  slug: string;
  version: number;
  /** The exact bytes served at the terms' URI. */
  document: string;
  /** SHA-256 of the document, as in Subresource Integrity. */
  integrity: string;
}

const columns = ['slug', 'version', 'document', 'integrity'] as const;

export async function findNewest(db: Db, slug: string): Promise<TermsVersion | undefined> {
  return db
    .selectFrom('terms')
    .select(columns)
    .where('slug', '=', slug)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** The newest version of each of these names that there are terms of. */
export async function findAllNewest(db: Db, slugs: readonly string[]): Promise<TermsVersion[]> {
  return db
    .selectFrom('terms')
    .select(columns)
    .distinctOn('slug')
    .where('slug', 'in', [...slugs, ''])
    .orderBy('slug')
    .orderBy('version', 'desc')
    .execute();
}

export async function find(
  db: Db,
  slug: string,
  version: number,
): Promise<TermsVersion | undefined> {
  return db
    .selectFrom('terms')
    .select(columns)
    .where('slug', '=', slug)
    .where('version', '=', version)
    .executeTakeFirst();
}

/** The versions that these licences were issued under. */
export async function findVersions(
  db: Db,
  named: readonly { terms_slug: string; terms_version: number }[],
): Promise<TermsVersion[]> {
  const pairs = named.map(({ terms_slug, terms_version }) => ({ terms_slug, terms_version }));
  const { rows } = await sql<TermsVersion>`
    select distinct t.slug, t.version, t.document, t.integrity
    from ${rowsOf(pairs, sql`terms_slug text, terms_version integer`)} n
    join terms t on t.slug = n.terms_slug and t.version = n.terms_version
  `.execute(db);
  return rows;
}

/** Waits for whoever else is saving the same terms, so that versions follow one another. */
export async function lockNewest(tx: Db, slug: string): Promise<TermsVersion | undefined> {
  await sql`select pg_advisory_xact_lock(hashtext('terms'), hashtext(${slug}))`.execute(tx);
  return findNewest(tx, slug);
}

export async function add(tx: Db, terms: TermsVersion): Promise<void> {
  await tx.insertInto('terms').values(terms).execute();
}
