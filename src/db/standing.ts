import { type RawBuilder, sql } from 'kysely';
import type { Standing } from '../metrics/standing.ts';
import type { Db } from './database.ts';
import { roomFrom } from './health/room.ts';
import { mustGo } from './placements/must-go.ts';

const seconds = (since: RawBuilder<unknown>) =>
  sql`greatest(0, coalesce(extract(epoch from now() - ${since}), 0))::double precision`;

/** Since when destination `d` has had some work that may be done: one probe of an index. */
const since = (which: RawBuilder<unknown>) => sql`lateral (
  select greatest(p.next_at, d.room_from) as since from placement p
  where p.destination = d.id and p.next_at is not null and p.next_at <= now() and ${which}
  order by p.next_at limit 1) w`;

/**
 * The longest wait in each queue: of what may go, and since it may. Work for destinations that are
 * stopped or left alone waits for somebody else than us, kills apart.
 */
const due = sql`
  select json_agg(json_build_object('queue', queue, 'oldestSeconds', seconds) order by place)
  from (
    select q.queue, q.place, ${seconds(sql`min(found.since)`)} as seconds
    from (values ('urgent', 1), ('deliver', 2), ('slow', 3), ('bulk', 4), ('verify', 5))
      as q (queue, place)
    left join (
      select case when d.slow then 'slow' else 'urgent' end as queue, w.since
      from d, ${since(sql`p.urgent`)} where d.has_room
      union all
      select 'urgent', w.since
      from d, ${since(sql`p.urgent and p.wanted_op = 'withdraw' and ${mustGo}`)}
      where not d.has_room
      union all
      select case when d.slow then 'slow' else 'deliver' end, w.since
      from d, ${since(sql`not p.urgent and not p.bulk`)} where d.has_room
      union all
      select 'bulk', w.since from d, ${since(sql`not p.urgent and p.bulk`)} where d.has_room
      union all
      select 'verify', p.verify_at from placement p
      where p.verify_at is not null and p.verify_at <= now()
    ) found on found.queue = q.queue
    group by q.queue, q.place
  ) waits`;

const kills = sql`
  select count(*)::integer as placements, min(raised_at) as since from placement p
  where p.wanted_reason in ('killed', 'withheld') and p.sent
    and p.confirmed_seq is distinct from p.wanted_seq`;

/** Reads what the gauges show, in one statement whose cost does not grow with what waits. */
export async function readStanding(db: Db): Promise<Standing> {
  const { rows } = await sql<Standing>`
    /* standing.read */
    with d as materialized (
      select d.id, d.state, d.open_until > now() as open,
        d.failures > 0 or d.slow_until > now() as slow,
        case when ${roomFrom} <= now() then ${roomFrom} end as room_from,
        d.state = 'active' and ${roomFrom} <= now() and o.suspended_at is null as has_room
      from destination d join outlet o on o.id = d.outlet
    )
    select
      (select json_build_object('waiting', count(*),
        'oldestSeconds', ${seconds(sql`min(created_at)`)}) from outbox) as outbox,
      (${due}) as due,
      (select json_build_object('placements', k.placements,
        'oldestSeconds', ${seconds(sql`k.since`)}) from (${kills}) k) as "unconfirmedKills",
      (select count(*)::integer from placement where dead) as dead,
      (select count(*)::integer from d where open and state = 'active') as "openBreakers",
      (select json_build_object('paused', count(*) filter (where state = 'paused'),
        'disabled', count(*) filter (where state = 'disabled')) from d) as stopped,
      (select json_build_object('events', (select count(*) from audit_pending),
        'oldestSeconds', ${seconds(sql`(
          select e.at from audit_pending p join audit_event e on e.id = p.event
          order by p.event limit 1)`)})) as unsealed
  `.execute(db);
  const [standing] = rows;
  if (!standing) throw new Error('a select without a table returns one row');
  return standing;
}
