import type { Selectable } from 'kysely';
import type { Db } from './database.ts';
import type { Contact, Tables } from './schema.ts';

export type Outlet = Selectable<Tables['outlet']>;

export interface OutletFacts {
  name: string;
  origins: readonly string[];
  country: string;
  class: string | null;
  tags: readonly string[];
  contacts: Contact[];
}

export async function insert(tx: Db, id: string, facts: OutletFacts): Promise<Outlet> {
  return tx
    .insertInto('outlet')
    .values({ id, ...columns(facts) })
    .returningAll()
    .executeTakeFirstOrThrow();
}

export async function update(tx: Db, id: string, now: number, facts: OutletFacts): Promise<Outlet> {
  return tx
    .updateTable('outlet')
    .set({ ...columns(facts), updated_at: new Date(now) })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

function columns(facts: OutletFacts) {
  return {
    name: facts.name,
    origins: JSON.stringify(facts.origins),
    country: facts.country,
    class: facts.class,
    tags: JSON.stringify(facts.tags),
    contacts: JSON.stringify(facts.contacts),
  };
}

export async function find(db: Db, id: string): Promise<Outlet | undefined> {
  return db.selectFrom('outlet').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function lock(tx: Db, id: string): Promise<Outlet | undefined> {
  return tx.selectFrom('outlet').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

export async function list(
  db: Db,
  page: { after?: string | undefined; limit: number },
): Promise<Outlet[]> {
  let query = db.selectFrom('outlet').selectAll().orderBy('id', 'desc').limit(page.limit);
  if (page.after) query = query.where('id', '<', page.after);
  return query.execute();
}

/** Keeps an outlet from new text and new licences. */
export async function suspend(
  tx: Db,
  id: string,
  { at, reason }: { at: number; reason: string },
): Promise<Outlet> {
  return tx
    .updateTable('outlet')
    .set({ suspended_at: new Date(at), suspend_reason: reason, reinstated_at: null })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

export async function reinstate(tx: Db, id: string, at: number): Promise<Outlet> {
  return tx
    .updateTable('outlet')
    .set({ suspended_at: null, suspend_reason: null, reinstated_at: new Date(at) })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** Those of the ids that no outlet has. */
export async function unknownIds(db: Db, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const known = await db.selectFrom('outlet').select('id').where('id', 'in', ids).execute();
  const there = new Set(known.map(({ id }) => id));
  return new Set(ids.filter((id) => !there.has(id)));
}
