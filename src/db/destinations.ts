import { type Selectable, sql } from 'kysely';
import type { DestinationLimits } from '../domain/destination-limits.ts';
import type { Db } from './database.ts';
import { WELL } from './health/well.ts';
import type { DestinationState, Tables } from './schema.ts';

export type Destination = Selectable<Tables['destination']>;

export interface DestinationDraft {
  id: string;
  outlet: string;
  channel: string;
  format: string;
  /** Secrets sealed. */
  settings: Record<string, unknown>;
  limits?: DestinationLimits;
}

/** The channel of what an outlet takes itself: nothing is sent there, people are told. */
export const PULL = 'pull';

export async function insert(tx: Db, { limits, ...draft }: DestinationDraft): Promise<Destination> {
  return tx
    .insertInto('destination')
    .values({
      ...draft,
      settings: JSON.stringify(draft.settings),
      state: 'active',
      state_code: null,
      state_note: null,
      ...(limits && limitColumns(limits)),
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}

function limitColumns({ concurrency, perMinute }: DestinationLimits) {
  return { concurrency, per_minute: perMinute };
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

export interface DestinationChange {
  format: string;
  /** Secrets sealed. */
  settings: Record<string, unknown>;
  /** Whether what stands there has to be sent again. */
  anew: boolean;
  limits: DestinationLimits;
  /** Whether it is sent to otherwise: what was held against it says nothing any more. */
  starts: boolean;
  /** A secret that goes on signing beside the one that replaces it; null where none is replaced. */
  replaced: { former: Record<string, unknown>; overlapHours: number } | null;
}

export async function change(
  tx: Db,
  { id, revision, changes }: Destination,
  now: number,
  { format, settings, anew, limits, starts, replaced }: DestinationChange,
): Promise<Destination> {
  return tx
    .updateTable('destination')
    .set({
      format,
      settings: JSON.stringify(settings),
      revision: anew ? revision + 1 : revision,
      changes: changes + 1,
      updated_at: new Date(now),
      ...limitColumns(limits),
      ...(starts && WELL),
      ...(replaced && formerColumns(replaced)),
    })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** Its time runs on the clock by which it is asked for when something is sent. */
function formerColumns({ former, overlapHours }: NonNullable<DestinationChange['replaced']>) {
  if (overlapHours === 0) return { former: null, former_until: null };
  const until = sql<Date>`now() + make_interval(hours => ${sql.lit(overlapHours)})`;
  return { former: JSON.stringify(former), former_until: until };
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
      ...(stop.state === 'active' && WELL),
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
