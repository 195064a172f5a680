import { type Selectable, sql } from 'kysely';
import type { Db } from './database.ts';
import { type EventFilter, matches } from './record/event-filter.ts';
import type { Tables } from './schema.ts';

export type RecordedEvent = Omit<Selectable<Tables['audit_event']>, 'commitment'> & {
  /** JSON, exactly as recorded; null where there was none, or it has been removed. */
  before: string | null;
  after: string | null;
};

export interface EventPage extends EventFilter {
  /** The id that the page before ended with. */
  after?: string | undefined;
  limit: number;
}

/** Newest first. */
export async function listEvents(db: Db, page: EventPage): Promise<RecordedEvent[]> {
  const { rows } = await sql<RecordedEvent>`
    select e.id, e.at, e.type, e.actor_kind, e.actor_id, e.subject_kind, e.subject_id, e.outlet,
      e.article, e.licence, e.request_id, ${told('before')}, ${told('after')}
    from audit_event e left join audit_payload p on p.event = e.id
    where ${matches(page)} and (${page.after ?? null}::uuid is null or e.id < ${page.after ?? null}::uuid)
    order by e.id desc limit ${page.limit}
  `.execute(db);
  return rows;
}

/** A part of the payload as it stands there: json keeps the text, and jsonb would not. */
function told(name: 'before' | 'after') {
  return sql`(p.payload::json->${sql.lit(name)})::text as ${sql.id(name)}`;
}
