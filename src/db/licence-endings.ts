import { sql } from 'kysely';
import type { Db } from './database.ts';
import type { LicenceState } from './schema.ts';

/** A licence that has just ended: of an article, or standing for a feed of its publication. */
export interface Ended {
  id: string;
  article: string | null;
  publication: string;
  outlet: string;
  /** The state that it ended from. */
  was: LicenceState;
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

/** Marks licences whose time is over, suspended ones too; returns them. */
export async function expireDue(tx: Db, limit: number): Promise<Ended[]> {
  const { rows } = await sql<Ended>`
    with due as (
      select id, state as was from licence
      where state in ('active', 'suspended') and until_at <= now()
      order by until_at limit ${limit} for update skip locked
    )
    update licence l set state = 'expired', ended_at = l.until_at, end_reason = 'expired'
    from due where l.id = due.id
    returning l.id, l.article, l.publication, l.outlet, due.was
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
    with due as (
      select l.id, l.state as was from licence l join article a on a.id = l.article
      where l.state in ('active', 'suspended') and a.state = 'killed' and l.article in (
        select value::uuid from jsonb_array_elements_text(${JSON.stringify(articles)}::jsonb))
      limit ${limit} for update of l skip locked
    )
    update licence l set state = 'revoked', ended_at = now(), end_reason = 'article-killed'
    from due where l.id = due.id
    returning l.id, l.article, l.publication, l.outlet, due.was
  `.execute(tx);
  return rows;
}
