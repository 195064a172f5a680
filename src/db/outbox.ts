import { sql } from 'kysely';
import type { Db } from './database.ts';

/** What happened, for the log; what follows is worked out from the tables. */
export type OutboxKind =
  | 'article.corrected'
  | 'article.embargo-moved'
  | 'article.killed'
  | 'destination.changed'
  | 'licence.ended'
  | 'licence.issued'
  | 'licence.reinstated'
  | 'licence.suspended'
  | 'outlet.reinstated'
  | 'signing-key.compromised'
  | 'sweep';

/** An article to look at again: at every outlet, or at one. */
export interface Scope {
  article: string;
  outlet: string | null;
}

/** A row that this worker holds until its time runs out. */
export interface OutboxRow extends Scope {
  id: number;
  kind: OutboxKind;
  requestId: string;
}

const TAKEN_SECONDS = 30;

/** Leaves word for the relay, to be acted on if, and only if, the transaction commits. */
export async function leaveWord(
  tx: Db,
  word: { kind: OutboxKind; scopes: readonly Scope[]; requestId: string },
): Promise<void> {
  if (word.scopes.length === 0) return;
  await sql`
    insert into outbox (kind, article, outlet, request_id)
    select ${word.kind}, article, outlet, ${word.requestId}
    from jsonb_to_recordset(${JSON.stringify(word.scopes)}::jsonb) as s (article uuid, outlet uuid)
  `.execute(tx);
}

/**
 * Takes rows that nobody holds, oldest first.
 *
 * By what is there and never by "id above the last one": a transaction that commits late has a
 * lower id than those already seen.
 */
export async function take(db: Db, limit: number): Promise<OutboxRow[]> {
  const { rows } = await sql<OutboxRow>`
    update outbox set taken_until = now() + make_interval(secs => ${sql.lit(TAKEN_SECONDS)})
    where id in (
      select id from outbox where taken_until <= now()
      order by id limit ${limit} for update skip locked
    )
    returning id, kind, article, outlet, request_id as "requestId"
  `.execute(db);
  return rows;
}

/** Takes rows off that have been acted on. */
export async function drop(db: Db, rows: readonly OutboxRow[]): Promise<void> {
  const ids = JSON.stringify(rows.map((row) => row.id));
  await sql`
    delete from outbox where id in (select value::bigint from jsonb_array_elements_text(${ids}::jsonb))
  `.execute(db);
}

/** Gives rows back to be taken again; without this they come back when their time runs out. */
export async function putBack(db: Db, rows: readonly OutboxRow[]): Promise<void> {
  const ids = rows.map((row) => row.id);
  await db
    .updateTable('outbox')
    .set({ taken_until: new Date(0) })
    .where('id', 'in', ids)
    .execute();
}
