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

/** What `record_events` takes of an event. */
export interface EventRow {
  /** The event as JSON: the exact text that is kept and hashed. */
  payload: string;
  /** What it is about; null where the database has to look it up by its subject. */
  outlet: string | null;
  article: string | null;
  licence: string | null;
}

/** Writes one line of the record; call it inside the transaction of the change that it tells. */
export async function record(tx: Db, by: Recorder, event: Event): Promise<void> {
  await recordAll(tx, by, [event]);
}

/** Writes several lines at once, in their order. */
export async function recordAll(tx: Db, by: Recorder, events: readonly Event[]): Promise<void> {
  if (events.length === 0) return;
  const rows = JSON.stringify(events.map((event) => eventRow(by, event)));
  await sql`/* events.record */ select record_events(${rows}::jsonb)`.execute(tx);
}

/** An event as it is written, for statements that write one beside other rows. */
export function eventRow(by: Recorder, { type, subject, before, after }: Event): EventRow {
  const { kind, id, requestId } = by.caller;
  const at = new Date(by.now()).toISOString();
  const event = { id: by.newId(), at, type, actor: { kind, id }, subject };
  return {
    payload: JSON.stringify({ ...event, before, after, requestId }),
    outlet: named('outlet', after, before),
    article: subject.kind === 'article' ? subject.id : named('article', after, before),
    licence: subject.kind === 'licence' ? subject.id : named('licence', after, before),
  };
}

/** What the changed thing says of itself, after the change or else before it. */
function named(name: 'outlet' | 'article' | 'licence', ...states: unknown[]): string | null {
  for (const state of states) {
    const value = Object(state)[name];
    if (typeof value === 'string' && UUID.test(value)) return value;
  }
  return null;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
