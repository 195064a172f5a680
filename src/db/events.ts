import { sql } from 'kysely';
import type { Context } from '../context.ts';
import type { Db } from './database.ts';

export interface Event {
  /** Dotted, in the past tense: `article.corrected`. */
  type: string;
  subject: { kind: string; id: string };
  before?: unknown;
  after?: unknown;
}

export type Recorder = Pick<Context, 'caller' | 'now' | 'newId'>;

/** Writes one line of the record; call it inside the transaction of the change that it tells. */
export async function record(tx: Db, by: Recorder, event: Event): Promise<void> {
  await recordAll(tx, by, [event]);
}

/** Writes several lines at once, in their order. */
export async function recordAll(tx: Db, by: Recorder, events: readonly Event[]): Promise<void> {
  if (events.length === 0) return;
  const rows = JSON.stringify(events.map((event) => eventRow(by, event)));
  await sql`
    insert into audit_event (id, at, type, actor_kind, actor_id, subject_kind, subject_id,
                             before, after, request_id)
    select id, at, type, actor_kind, actor_id, subject_kind, subject_id, before, after, request_id
    from jsonb_to_recordset(${rows}::jsonb) as e (id uuid, at timestamptz, type text,
      actor_kind text, actor_id text, subject_kind text, subject_id text,
      before text, after text, request_id text)`.execute(tx);
}

/** An event as its row; what was before and after is kept as the exact text. */
export function eventRow(by: Recorder, event: Event) {
  return {
    id: by.newId(),
    at: new Date(by.now()).toISOString(),
    type: event.type,
    actor_kind: by.caller.kind,
    actor_id: by.caller.id,
    subject_kind: event.subject.kind,
    subject_id: event.subject.id,
    before: event.before === undefined ? null : JSON.stringify(event.before),
    after: event.after === undefined ? null : JSON.stringify(event.after),
    request_id: by.caller.requestId,
  };
}
