import { type Selectable, sql } from 'kysely';
import { articlesOf } from './articles-of.ts';
import type { Db } from './database.ts';
import type { Tables } from './schema.ts';

export type Receipt = Selectable<Tables['receipt']>;

export async function findReceipt(db: Db, id: string): Promise<Receipt> {
  return db.selectFrom('receipt').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
}

/** What a receipt says; two that say the same are one. */
export interface Said {
  placement: string;
  seq: number;
  version: number;
  url: string;
  publishedAt: number | null;
}

/** The receipt by which an outlet has said just this already. */
export async function findSame(db: Db, said: Said): Promise<Receipt | undefined> {
  const { placement, seq, version, url, publishedAt } = said;
  const at = publishedAt === null ? null : new Date(publishedAt);
  return db
    .selectFrom('receipt')
    .selectAll()
    .where('placement', '=', placement)
    .where('source', '=', 'receipt')
    .where('operation', '=', 'upsert')
    .where('seq', '=', seq)
    .where('version', '=', version)
    .where('url', '=', url)
    .where(sql<boolean>`published_at is not distinct from ${at}::timestamptz`)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
}

export interface ReceiptFilter {
  outlet?: string | undefined;
  article?: string | undefined;
  licence?: string | undefined;
  placement?: string | undefined;
  /** Slugs that a staff key is limited to. */
  publications?: readonly string[] | undefined;
  after?: string | undefined;
  limit: number;
}

/** Newest first. */
export async function listReceipts(db: Db, filter: ReceiptFilter): Promise<Receipt[]> {
  let query = db
    .selectFrom('receipt as r')
    .selectAll('r')
    .orderBy('r.id', 'desc')
    .limit(filter.limit);
  if (filter.outlet) query = query.where('r.outlet', '=', filter.outlet);
  if (filter.article) query = query.where('r.article', '=', filter.article);
  if (filter.licence) query = query.where('r.licence', '=', filter.licence);
  if (filter.placement) query = query.where('r.placement', '=', filter.placement);
  if (filter.after) query = query.where('r.id', '<', filter.after);
  if (filter.publications) {
    query = query.where('r.article', 'in', articlesOf(db, filter.publications));
  }
  return query.execute();
}
