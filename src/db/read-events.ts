import { type Selectable, sql } from 'kysely';
import type { Db } from './database.ts';
import type { Tables } from './schema.ts';

export type RecordedEvent = Omit<Selectable<Tables['audit_event']>, 'commitment'> & {
  /** JSON, exactly as recorded; null where there was none, or it has been removed. */
  before: string | null;
  after: string | null;
};

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
  let query = db
    .selectFrom('audit_event')
    .leftJoin('audit_payload', 'audit_payload.event', 'audit_event.id')
    .select(COLUMNS)
    .select([told('before'), told('after')])
    .orderBy('id', 'desc')
    .limit(filter.limit);
  if (filter.type) query = query.where('type', '=', filter.type);
  if (filter.actor) query = query.where('actor_id', '=', filter.actor);
  if (filter.subject) query = query.where('subject_id', '=', filter.subject);
  if (filter.from !== undefined) query = query.where('at', '>=', at(filter.from));
  if (filter.until !== undefined) query = query.where('at', '<', at(filter.until));
  if (filter.after) query = query.where('id', '<', filter.after);
  return query.execute();
}

const COLUMNS = [
  ...(['id', 'at', 'type', 'actor_kind', 'actor_id', 'subject_kind', 'subject_id'] as const),
  ...(['outlet', 'article', 'licence', 'request_id'] as const),
] as const;

/** A part of the payload as it stands there: json keeps the text, and jsonb would not. */
const told = <Name extends 'before' | 'after'>(name: Name) =>
  sql<string | null>`(audit_payload.payload::json->${sql.lit(name)})::text`.as(name);

const at = (instant: number) => sql<number>`${new Date(instant)}::timestamptz`;
