import { sql } from 'kysely';
import type { Db } from '../database.ts';

/** How long a worker may be silent before its placements are given to another. */
export const LEASE_SECONDS = 12;

/** When a lease ends that is given or renewed now. */
export const leaseEnd = sql`now() + make_interval(secs => ${sql.lit(LEASE_SECONDS)})`;

/**
 * Keeps the placements under these tokens for the worker that is still busy with them; locked in
 * the order in which everybody takes them.
 *
 * @returns the tokens under which something is still held
 */
export async function renewLeases(db: Db, tokens: readonly string[]): Promise<Set<string>> {
  if (tokens.length === 0) return new Set();
  const { rows } = await sql<{ token: string }>`
    with ours as (
      select id from placement
      where lease_token in (
        select value::uuid from jsonb_array_elements_text(${JSON.stringify(tokens)}::jsonb))
      order by id for update
    )
    update placement p set lease_until = ${leaseEnd}, next_at = ${leaseEnd}
    from ours where p.id = ours.id
    returning p.lease_token as token`.execute(db);
  return new Set(rows.map(({ token }) => token));
}
