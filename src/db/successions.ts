import { sql } from 'kysely';
import type { UseDocument } from '../domain/use.ts';
import type { Db } from './database.ts';

/** A licence on an older version of its article, and what its successor is made from. */
export interface Overtaken {
  id: string;
  series: string;
  request: string;
  outlet: string;
  article: string;
  use: UseDocument;
  terms_slug: string;
  terms_version: number;
  after_expiry: 'remove' | 'keepPublished';
  /** When it was decided or asked to begin, whichever is last; terms and embargo are not in it. */
  asked_from: number;
  until_at: number;
}

/** Active licences of these articles that are not on the newest version, a page at a time. */
export async function findOvertaken(
  db: Db,
  articles: readonly string[],
  page: { after: Overtaken | undefined; limit: number },
): Promise<Overtaken[]> {
  const { after, limit } = page;
  const { rows } = await sql<Overtaken>`
    select l.id, l.series, l.request, l.outlet, l.article, l.use, l.terms_slug, l.terms_version,
      l.after_expiry, l.until_at,
      greatest(r.decided_at, (r.use->>'from')::timestamptz) as asked_from
    from licence l join article a on a.id = l.article join request r on r.id = l.request
    where l.state = 'active' and l.until_at > now() and a.state = 'live'
      and l.article_version < a.version and l.article in (
        select value::uuid from jsonb_array_elements_text(${JSON.stringify(articles)}::jsonb))
      and (${after?.id ?? null}::uuid is null
        or (l.article, l.id) > (${after?.article ?? null}::uuid, ${after?.id ?? null}::uuid))
    order by l.article, l.id
    limit ${limit}
  `.execute(db);
  return rows;
}

/**
 * Takes those of the licences that are still active, so that no two relays replace one twice.
 *
 * @returns the ids now held by this transaction
 */
export async function lockActive(tx: Db, ids: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select id from licence
    where state = 'active' and id in (
      select value::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))
    order by id
    for update
  `.execute(tx);
  return new Set(rows.map((row) => row.id));
}

/** Marks licences as followed by others. */
export async function supersede(
  tx: Db,
  pairs: readonly { id: string; successor: string }[],
): Promise<void> {
  await sql`
    update licence l set state = 'superseded', successor = s.successor, ended_at = now(),
      end_reason = 'article-corrected'
    from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as s (id uuid, successor uuid)
    where l.id = s.id
  `.execute(tx);
}
