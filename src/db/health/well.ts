import { sql } from 'kysely';
import type { Db } from '../database.ts';

/** The columns of a destination that nothing is held against. */
export const WELL = {
  failures: 0,
  opened: 0,
  open_until: null,
  ramp: null,
  window_from: sql<Date>`'-infinity'`,
  window_tries: 0,
  window_failures: 0,
  failing_since: null,
  warnings: 0,
  slow_until: sql<Date>`'-infinity'`,
  held_until: sql<Date>`'-infinity'`,
} as const;

/** Has what waits for another try at a destination tried now; embargoes hold. */
export async function retryNow(tx: Db, destination: string): Promise<void> {
  await sql`
    update placement set next_at = greatest(now(), not_before)
    where destination = ${destination} and next_at > now() and lease_token is null
      and last_error is not null and not dead`.execute(tx);
}
