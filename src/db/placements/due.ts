import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../database.ts';
import { roomFrom } from '../health/room.ts';
import { mustGo } from './must-go.ts';

/**
 * A destination that has work now. Of each kind of work: since when the newest of it may be done,
 * in epoch ms on the database's clock; null where there is none.
 */
export interface DueDestination {
  destination: string;
  /** It failed when it was last tried, or was slow lately: it may keep others waiting. */
  slow: boolean;
  urgent: number | null;
  prompt: number | null;
  bulk: number | null;
  verify: number | null;
}

const ms = (instant: RawBuilder<unknown>) =>
  sql`(extract(epoch from ${instant}) * 1000)::double precision`;

/** Work waits for its own time, and for room. */
const since = (lane: RawBuilder<unknown>) =>
  sql`case when ${lane} is not null then ${ms(sql`greatest(${lane}, found.room_from)`)} end`;

/** Urgent work, what waits for nobody else, and bulk: the order in which they are claimed. */
const LANES = {
  urgent: sql`p.urgent`,
  prompt: sql`not p.urgent and not p.bulk`,
  bulk: sql`not p.urgent and p.bulk`,
} as const;

/** The newest due placement of one lane: one probe of an index, however many are due. */
const newest = (lane: keyof typeof LANES, which: RawBuilder<unknown> = sql`true`) => sql`(
  select p.next_at from placement p
  where p.destination = d.id and p.next_at is not null and p.next_at <= now()
    and ${LANES[lane]} and ${which}
  order by p.next_at desc limit 1)`;

const hasRoom = sql`(d.state = 'active' and ${roomFrom} <= now())`;
const isWithdrawal = sql`p.wanted_op = 'withdraw'`;
const isWithdrawalThatMustGo = sql`${isWithdrawal} and ${mustGo}`;

/**
 * Destinations with due work that may be sent to: of paused and disabled ones, of those that asked
 * us to wait and of those with an open breaker only what must go, of suspended outlets' only
 * withdrawals. What is urgent may prove to wait (an embargo, a licence's start); the claim knows.
 *
 * Costs the same however many placements wait: some probes for each destination.
 */
export async function dueDestinations(db: Db): Promise<{ now: number; due: DueDestination[] }> {
  const { rows } = await sql<DueDestination & { now: number }>`
    /* placement.due */
    with d as materialized (
      select d.id, d.failures > 0 or d.slow_until > now() as slow, ${hasRoom} as has_room,
        case when ${hasRoom} then ${roomFrom} else '-infinity' end as room_from,
        o.suspended_at is not null as suspended
      from destination d join outlet o on o.id = d.outlet
    ),
    found as (
      select d.*, ${newest('urgent')} as urgent, ${newest('prompt')} as prompt,
        ${newest('bulk')} as bulk
      from d where d.has_room and not d.suspended
      union all
      select d.*, ${newest('urgent', isWithdrawal)}, ${newest('prompt', isWithdrawal)},
        ${newest('bulk', isWithdrawal)}
      from d where d.has_room and d.suspended
      union all
      select d.*, ${newest('urgent', isWithdrawalThatMustGo)}, null, null
      from d where not d.has_room
    ),
    looks as (
      select p.destination, max(p.verify_at) as verify from placement p
      where p.verify_at is not null and p.verify_at <= now() group by p.destination
    )
    select found.id as destination, found.slow, ${ms(sql`now()`)} as now,
      ${since(sql`found.urgent`)} as urgent, ${since(sql`found.prompt`)} as prompt,
      ${since(sql`found.bulk`)} as bulk, ${ms(sql`looks.verify`)} as verify
    from found left join looks on looks.destination = found.id
    where coalesce(found.urgent, found.prompt, found.bulk, looks.verify) is not null
  `.execute(db);
  const due = rows.map(({ now, ...one }) => one);
  return { now: rows[0]?.now ?? 0, due };
}
