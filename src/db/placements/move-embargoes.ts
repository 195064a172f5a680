import { sql } from 'kysely';
import type { Db } from '../database.ts';
import { held } from './held.ts';
import { placementsOf, type RaiseScope, scopeRows } from './scope.ts';

/**
 * Lets what has not been sent yet wait for the embargo as it is now. What waits for another try
 * keeps its turn.
 */
export async function moveEmbargoes(db: Db, scopes: readonly RaiseScope[]): Promise<void> {
  await sql`
    with scope as (${scopeRows(scopes)}),
    moved as (
      select p.id, opens.at from scope s
      join article a on a.id = s.article
      join ${placementsOf}
      join licence l on l.id = p.licence
      cross join lateral (select case when l.advance then '-infinity'
        else greatest(l.from_at, a.embargo_until, p.opens_at) end as at) opens
      where p.wanted_op = 'upsert' and p.next_at is not null and p.not_before <> opens.at
    )
    update placement p set not_before = m.at,
      next_at = greatest(m.at, p.lease_until, case when p.attempts > 0 then p.next_at else now() end)
    from moved m where p.id = m.id
  `.execute(db);
}

/** Stops sending updates of copies that may stay although their last licence has expired. */
export async function freezeKeptCopies(db: Db, scopes: readonly RaiseScope[]): Promise<void> {
  await sql`
    with scope as (${scopeRows(scopes)}),
    kept as (
      select p.id from scope s
      join article a on a.id = s.article
      join article_version v on v.article = a.id and v.version = a.version
      join ${placementsOf}
      where a.state = 'live' and p.wanted_op = 'upsert' and p.next_at is not null
        and (p.lease_token is null or p.lease_until <= now()) and not ${held}
    )
    update placement p set next_at = null from kept k where p.id = k.id
  `.execute(db);
}
