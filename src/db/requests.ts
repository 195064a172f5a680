import type { Selectable } from 'kysely';
import type { Db } from './database.ts';
import type { CodedMessage, Tables } from './schema.ts';

export type Request = Selectable<Tables['request']>;

/** @param outlet whose row it has to be; null for staff */
export async function find(
  db: Db,
  id: string,
  outlet: string | null,
): Promise<Request | undefined> {
  let query = db.selectFrom('request').selectAll().where('id', '=', id);
  if (outlet !== null) query = query.where('outlet', '=', outlet);
  return query.executeTakeFirst();
}

/** @param outlet whose row it has to be; null for staff */
export async function lock(
  tx: Db,
  id: string,
  outlet: string | null,
): Promise<Request | undefined> {
  let query = tx.selectFrom('request').selectAll().where('id', '=', id).forUpdate();
  if (outlet !== null) query = query.where('outlet', '=', outlet);
  return query.executeTakeFirst();
}

export interface RequestFilter {
  outlet?: string | undefined;
  article?: string | undefined;
  /** A slug. */
  publication?: string | undefined;
  state?: Request['state'] | undefined;
  /** Slugs that a staff key is limited to. */
  publications?: readonly string[] | undefined;
  after?: string | undefined;
  limit: number;
}

/** Newest first. */
export async function list(db: Db, filter: RequestFilter): Promise<Request[]> {
  let query = db.selectFrom('request').selectAll().orderBy('id', 'desc').limit(filter.limit);
  if (filter.outlet) query = query.where('outlet', '=', filter.outlet);
  if (filter.article) query = query.where('article', '=', filter.article);
  if (filter.state) query = query.where('state', '=', filter.state);
  if (filter.after) query = query.where('id', '<', filter.after);
  const { publication, publications } = filter;
  if (publication) query = query.where('publication', 'in', idsOf(db, [publication]));
  if (publications) query = query.where('publication', 'in', idsOf(db, publications));
  return query.execute();
}

function idsOf(db: Db, slugs: readonly string[]) {
  const all = [...slugs, ''];
  return db.selectFrom('publication').select('id').where('slug', 'in', all);
}

/** The last requests of a publication, oldest first. */
export async function listLast(db: Db, publication: string, count: number): Promise<Request[]> {
  const newest = await db
    .selectFrom('request')
    .selectAll()
    .where('publication', '=', publication)
    .orderBy('id', 'desc')
    .limit(count)
    .execute();
  return newest.reverse();
}

/** Puts another ask in the place of the one that waits. */
export async function changeUse(tx: Db, id: string, use: unknown): Promise<void> {
  const written = JSON.stringify(use);
  await tx.updateTable('request').set({ use: written }).where('id', '=', id).execute();
}

export async function settle(
  tx: Db,
  id: string,
  decision: {
    state: 'granted' | 'refused';
    reasons: CodedMessage[];
    licence: string | null;
    note: string | null;
    at: number;
  },
): Promise<void> {
  await tx
    .updateTable('request')
    .set({
      state: decision.state,
      reasons: JSON.stringify(decision.reasons),
      licence: decision.licence,
      note: decision.note,
      decided_at: new Date(decision.at),
    })
    .where('id', '=', id)
    .execute();
}
