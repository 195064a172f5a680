import { sql } from 'kysely';
import type { Db } from '../database.ts';
import { rowsOf } from '../rows-of.ts';

/** How long a worker may be silent before its placements are given to another. */
export const LEASE_SECONDS = 12;

/** When a lease ends that is given or renewed now. */
export const leaseEnd = sql`now() + make_interval(secs => ${sql.lit(LEASE_SECONDS)})`;

/** What one worker holds of one destination. */
export interface Lease {
  token: string;
  destination: string;
}

/**
 * Keeps the placements under these leases for the worker that is still busy with them; locked in
 * the order in which everybody takes them.
 *
 * @returns the tokens under which something is still held
 */
export async function renewLeases(db: Db, leases: readonly Lease[]): Promise<Set<string>> {
  if (leases.length === 0) return new Set();
  const { rows } = await sql<{ token: string }>`
    with ours as (
      select p.id
      from ${rowsOf(leases, sql`token uuid, destination uuid`)} l
      join placement p on p.destination = l.destination and p.lease_token = l.token
      order by p.id for update of p
    )
    update placement p set lease_until = ${leaseEnd}, next_at = ${leaseEnd}
    from ours where p.id = ours.id
    returning p.lease_token as token`.execute(db);
  return new Set(rows.map(({ token }) => token));
}
