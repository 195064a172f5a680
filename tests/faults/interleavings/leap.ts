import { sql } from 'kysely';
import type { World } from './world.ts';

/** Lets all waits be over: of retries, of leases, of breakers and of what outlets asked for. */
export async function leap({ service, partners }: World): Promise<void> {
  const ids = partners.map(({ destination }) => destination);
  await sql`
    update destination set held_until = now(), open_until = null, ramp = null, failures = 0
    where id = any (${ids})`.execute(service.db);
  await sql`
    update placement set next_at = greatest(now(), not_before), lease_until = now()
    where destination = any (${ids}) and next_at is not null`.execute(service.db);
  await sql`update outbox set taken_until = '-infinity'`.execute(service.db);
}

/** Keeps every second row of the outbox from the relay, as another relay would that then dies. */
export async function strand({ service }: World): Promise<void> {
  await sql`update outbox set taken_until = now() + interval '1 hour' where id % 2 = 0`.execute(
    service.db,
  );
}
