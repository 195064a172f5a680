import { sql } from 'kysely';
import type { Db } from '../database.ts';
import { held } from './held.ts';
import { placementsOf, type RaiseScope, scopeRows } from './scope.ts';

/**
 * Read by article, before anything else is asked of them: by "next_at is not null" PostgreSQL, which
 * knows the tables as they were before a wave, would look at all that waits anywhere.
 */
const THERE = sql`
  select p.id, p.article, p.outlet, p.licence, p.wanted_op, p.sent, p.next_at, p.not_before,
    p.opens_at, p.lease_token, p.lease_until
  from scope s join ${placementsOf}`;

/**
 * Lets what has not been sent yet wait for the embargo as it is now. What waits for another try
 * keeps its turn.
 */
export async function moveEmbargoes(db: Db, scopes: readonly RaiseScope[]): Promise<void> {
  await sql`
    with scope as (${scopeRows(scopes)}),
    there as materialized (${THERE}),
    moved as materialized (
      select p.id, opens.at from there p
      join article a on a.id = p.article
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
    there as materialized (${THERE}),
    kept as materialized (
      select p.id from there p
      join article a on a.id = p.article
      join article_version v on v.article = a.id and v.version = a.version
      where a.state = 'live' and p.wanted_op = 'upsert' and p.next_at is not null and p.sent
        and (p.lease_token is null or p.lease_until <= now()) and not ${held}
    )
    update placement p set next_at = null from kept k where p.id = k.id
  `.execute(db);
}
