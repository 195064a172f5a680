import { sql } from 'kysely';
import type { Db } from '../database.ts';
import { mustGo } from './must-go.ts';

/** A destination that has work now, and whether some of it is a kill or a correction. */
export interface DueDestination {
  destination: string;
  urgent: boolean;
}

/** Destinations with due work that may be sent to; those with urgent work first. */
export async function dueDestinations(db: Db, limit: number): Promise<DueDestination[]> {
  const { rows } = await sql<DueDestination>`
    select p.destination, bool_or(p.urgent) as urgent
    from placement p
    join destination d on d.id = p.destination
    join outlet o on o.id = d.outlet
    where p.next_at <= now() and (p.wanted_op = 'withdraw' or o.suspended_at is null)
      and (${mustGo} or (d.state = 'active' and d.held_until <= now()))
    group by p.destination
    order by bool_or(p.urgent) desc, min(p.next_at)
    limit ${limit}
  `.execute(db);
  return rows;
}
