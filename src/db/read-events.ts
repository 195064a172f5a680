import { type Selectable, sql } from 'kysely';
import type { Db } from './database.ts';
import type { Tables } from './schema.ts';

export type RecordedEvent = Selectable<Tables['audit_event']>;

export interface EventFilter {
  type?: string | undefined;
  actor?: string | undefined;
  subject?: string | undefined;
  from?: number | undefined;
  until?: number | undefined;
  after?: string | undefined;
  limit: number;
}

/** Newest first. */
export async function listEvents(db: Db, filter: EventFilter): Promise<RecordedEvent[]> {
  let query = db.selectFrom('audit_event').selectAll().orderBy('id', 'desc').limit(filter.limit);
  if (filter.type) query = query.where('type', '=', filter.type);
  if (filter.actor) query = query.where('actor_id', '=', filter.actor);
  if (filter.subject) query = query.where('subject_id', '=', filter.subject);
  if (filter.from !== undefined) query = query.where('at', '>=', at(filter.from));
  if (filter.until !== undefined) query = query.where('at', '<', at(filter.until));
  if (filter.after) query = query.where('id', '<', filter.after);
  return query.execute();
}

const at = (instant: number) => sql<number>`${new Date(instant)}::timestamptz`;
