import { sql } from 'kysely';
import type { Db } from '../database.ts';

/** A destination where placements were given up since its people were last told. */
export interface DeadLetters {
  id: string;
  outlet: string;
  channel: string;
  settings: Record<string, unknown>;
  placements: number;
  /** What the newest of them met. */
  lastError: string;
}

/**
 * Takes destinations where something was given up that nobody was told of, each at most once a day.
 * Looked for destination by destination, so that many given up at one do not make it slow.
 */
export async function takeDeadLetters(tx: Db, limit: number): Promise<DeadLetters[]> {
  const { rows } = await sql<DeadLetters>`
    with untold as (
      select d.id, given_up.placements, given_up.message
      from destination d
      cross join lateral (
        select count(*) as placements,
          (array_agg(p.last_error->>'message' order by last.ended_at desc))[1] as message
        from placement p
        cross join lateral (
          select t.ended_at from attempt t where t.placement = p.id order by t.id desc limit 1
        ) as last
        where p.destination = d.id and p.dead and last.ended_at > d.dead_told_at
      ) as given_up
      where d.dead_told_at <= now() - interval '1 day'
        and exists (select 1 from placement p where p.destination = d.id and p.dead)
        and given_up.placements > 0
      order by d.id limit ${limit} for update of d skip locked
    )
    update destination d set dead_told_at = now()
    from untold u where d.id = u.id
    returning d.id, d.outlet, d.channel, d.settings, u.placements,
      coalesce(u.message, '') as "lastError"
  `.execute(tx);
  return rows;
}
