import { sql } from 'kysely';
import type { Db } from './database.ts';
import type { Scope } from './outbox.ts';
import type { LicenceState } from './schema.ts';

/** A licence that has just ended, and where its text may stand. */
export interface Ended extends Scope {
  id: string;
  outlet: string;
  state: LicenceState;
}

export async function revoke(
  tx: Db,
  id: string,
  end: { at: number; reason: string },
): Promise<void> {
  await tx
    .updateTable('licence')
    .set({ state: 'revoked', ended_at: new Date(end.at), end_reason: end.reason })
    .where('id', '=', id)
    .execute();
}

/** Marks licences whose time is over; returns them. */
export async function expireDue(tx: Db, limit: number): Promise<Ended[]> {
  const { rows } = await sql<Ended>`
    update licence set state = 'expired', ended_at = until_at, end_reason = 'expired'
    where id in (
      select id from licence where state = 'active' and until_at <= now()
      order by until_at limit ${limit} for update skip locked
    )
    returning id, article, outlet, state
  `.execute(tx);
  return rows;
}

/** Revokes the licences of killed articles, some at a time; returns them. */
export async function revokeKilled(
  tx: Db,
  articles: readonly string[],
  limit: number,
): Promise<Ended[]> {
  const { rows } = await sql<Ended>`
    update licence set state = 'revoked', ended_at = now(), end_reason = 'article-killed'
    where id in (
      select l.id from licence l join article a on a.id = l.article
      where l.state = 'active' and a.state = 'killed' and l.article in (
        select value::uuid from jsonb_array_elements_text(${JSON.stringify(articles)}::jsonb))
      limit ${limit} for update of l skip locked
    )
    returning id, article, outlet, state
  `.execute(tx);
  return rows;
}
