import { sql } from 'kysely';
import type { Instant } from '../domain/instant.ts';
import type { Db } from './database.ts';

/** What happened, for the log; what follows is worked out from the tables. */
export type OutboxKind =
  | 'article.corrected'
  | 'article.published'
  | 'article.embargo-moved'
  | 'article.killed'
  | 'article.released'
  | 'article.withheld'
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

/** All articles that an outlet has or may have of a publication, to look at again. */
export interface Reach {
  publication: string;
  outlet: string;
}

/** What a change leaves word of. */
export type Word = Scope | Reach;

/** What has to be looked at when something becomes of a licence. */
export function wordOf(licence: {
  article: string | null;
  publication: string;
  outlet: string;
}): Word {
  const { article, publication, outlet } = licence;
  return article === null ? { publication, outlet } : { article, outlet };
}

/** A row that this worker holds until its time runs out; it names an article or a publication. */
export interface OutboxRow {
  id: number;
  article: string | null;
  publication: string | null;
  outlet: string | null;
  kind: OutboxKind;
  requestId: string;
  createdAt: Instant;
}

const TAKEN_SECONDS = 30;

/** Leaves word for the relay, to be acted on if, and only if, the transaction commits. */
export async function leaveWord(
  tx: Db,
  word: { kind: OutboxKind; scopes: readonly Word[]; requestId: string },
): Promise<void> {
  if (word.scopes.length === 0) return;
  await sql`
    insert into outbox (kind, article, publication, outlet, request_id)
    select ${word.kind}, article, publication, outlet, ${word.requestId}
    from jsonb_to_recordset(${JSON.stringify(word.scopes)}::jsonb)
      as s (article uuid, publication uuid, outlet uuid)
  `.execute(tx);
}

/**
 * Takes rows that nobody holds, oldest first, and with a row that names an article as a whole all
 * that name it: one look serves them, however many licences of it were issued meanwhile.
 *
 * By what is there and never by "id above the last one": a transaction that commits late has a
 * lower id than those already seen.
 */
export async function take(db: Db, limit: number): Promise<OutboxRow[]> {
  const { rows } = await sql<OutboxRow>`
    with oldest as materialized (
      select id, article, outlet from outbox where taken_until <= now()
      order by id limit ${limit} for update skip locked
    ),
    covered as materialized (
      select id from outbox where taken_until <= now()
        and article in (select article from oldest where outlet is null)
        and id not in (select id from oldest)
      for update skip locked
    )
    update outbox set taken_until = now() + make_interval(secs => ${sql.lit(TAKEN_SECONDS)})
    where id in (select id from oldest union all select id from covered)
    returning id, kind, article, publication, outlet, request_id as "requestId",
      created_at as "createdAt"
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
