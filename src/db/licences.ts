import { type Selectable, sql } from 'kysely';
import { feedInWords } from '../domain/feed-words.ts';
import type { ScheduledChange } from '../domain/licence-life.ts';
import type { Db } from './database.ts';
import { scheduledChanges } from './licence-changes.ts';
import { standing } from './licence-standing.ts';
import { type Word, wordOf } from './outbox.ts';
import type { LicenceState, Tables } from './schema.ts';

export type Licence = Selectable<Tables['licence']> & {
  /** What is ordered for it, the earliest first. */
  scheduled: ScheduledChange[];
};

const licence = (db: Db) =>
  db
    .selectFrom('licence as l')
    .selectAll('l')
    .select(standing.as('state'))
    .select(scheduledChanges.as('scheduled'));

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
  const { publication, publications } = filter;
  if (publication) query = query.where('l.publication', 'in', idsOf(db, [publication]));
  if (publications) query = query.where('l.publication', 'in', idsOf(db, publications));
  return query.execute();
}

function idsOf(db: Db, slugs: readonly string[]) {
  const all = [...slugs, ''];
  return db.selectFrom('publication').select('id').where('slug', 'in', all);
}

const at = (instant: number) => sql<number>`${new Date(instant)}::timestamptz`;

/** What an outlet holds licences for: articles, and publications whose feeds it has. */
export async function heldByOutlet(db: Db, outlet: string): Promise<Word[]> {
  const rows = await db
    .selectFrom('licence')
    .select(['article', 'publication', 'outlet'])
    .distinct()
    .where('outlet', '=', outlet)
    .where('state', '=', 'active')
    .execute();
  return rows.map(wordOf);
}

/** What a notice calls that which is licensed: the headline of the version, or the feed in words. */
export async function headlineOf(
  db: Db,
  licence: Pick<Licence, 'article' | 'article_version' | 'feed' | 'publication'>,
): Promise<string> {
  const { article, article_version, feed, publication } = licence;
  if (feed) return feedInWords(await publicationName(db, publication), feed.filter);
  const { headline } = await db
    .selectFrom('article_version')
    .select('headline')
    .where('article', '=', article)
    .where('version', '=', article_version)
    .executeTakeFirstOrThrow();
  return headline;
}

async function publicationName(db: Db, id: string): Promise<string> {
  const { name } = await db
    .selectFrom('publication')
    .select('name')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return name;
}

export async function anyLicence(db: Db): Promise<boolean> {
  const row = await db.selectFrom('licence').select('id').limit(1).executeTakeFirst();
  return row !== undefined;
}
