import type { Selectable } from 'kysely';
import type { Db } from './database.ts';
import type { DestinationState, Tables } from './schema.ts';

export type Destination = Selectable<Tables['destination']>;

export interface DestinationDraft {
  id: string;
  outlet: string;
  channel: string;
  format: string;
  /** Secrets sealed. */
  settings: Record<string, unknown>;
}

/** The channel of what an outlet takes itself: nothing is sent there, people are told. */
export const PULL = 'pull';

export async function insert(tx: Db, draft: DestinationDraft): Promise<Destination> {
  return tx
    .insertInto('destination')
    .values({
      ...draft,
      settings: JSON.stringify(draft.settings),
      state: 'active',
      state_code: null,
      state_note: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** @param outlet whose row it has to be; null for staff */
export async function find(
  db: Db,
  id: string,
  outlet: string | null,
): Promise<Destination | undefined> {
  let query = db.selectFrom('destination').selectAll().where('id', '=', id);
  if (outlet !== null) query = query.where('outlet', '=', outlet);
  return query.executeTakeFirst();
}

export async function lock(
  tx: Db,
  id: string,
  outlet: string | null,
): Promise<Destination | undefined> {
  let query = tx.selectFrom('destination').selectAll().where('id', '=', id).forUpdate();
  if (outlet !== null) query = query.where('outlet', '=', outlet);
  return query.executeTakeFirst();
}

export async function list(
  db: Db,
  filter: { outlet: string | null; after?: string | undefined; limit: number },
): Promise<Destination[]> {
  let query = db.selectFrom('destination').selectAll().orderBy('id', 'desc').limit(filter.limit);
  if (filter.outlet !== null) query = query.where('outlet', '=', filter.outlet);
  if (filter.after) query = query.where('id', '<', filter.after);
  return query.execute();
}

export async function change(
  tx: Db,
  id: string,
  now: number,
  columns: { format: string; settings: Record<string, unknown>; revision: number },
): Promise<Destination> {
  return tx
    .updateTable('destination')
    .set({ ...columns, settings: JSON.stringify(columns.settings), updated_at: new Date(now) })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

export async function setState(
  tx: Db,
  id: string,
  now: number,
  stop: { state: DestinationState; code: string | null; note: string | null },
): Promise<Destination> {
  return tx
    .updateTable('destination')
    .set({
      state: stop.state,
      state_code: stop.code,
      state_note: stop.note,
      updated_at: new Date(now),
    })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** @returns the destination as it is now, if it was active until now and is unchanged since */
export async function stopActive(
  tx: Db,
  { id, changes }: { id: string; changes: number },
  stop: { state: DestinationState; code: string; note: string; at: number },
): Promise<Destination | undefined> {
  return tx
    .updateTable('destination')
    .set({
      state: stop.state,
      state_code: stop.code,
      state_note: stop.note,
      updated_at: new Date(stop.at),
    })
    .where('id', '=', id)
    .where('changes', '=', changes)
    .where('state', '=', 'active')
    .returningAll()
    .executeTakeFirst();
}
