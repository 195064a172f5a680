import { sql } from 'kysely';
import { USUAL_CONCURRENCY } from '../../domain/breaker.ts';

/** What may go at once after a quiet time, in seconds' worth of the rate. */
const BURST_SECONDS = 5;
/** Between two sends: with the burst, never more than `per_minute` in any minute. */
const SECONDS_FOR_PER_MINUTE = 60 + BURST_SECONDS;

/** From when destination `d` has room as its rate, its breaker and its own Retry-After have it. */
export const roomFrom = sql<number>`greatest(
  d.held_until,
  coalesce(d.open_until, '-infinity'),
  d.rate_from - make_interval(secs => ${sql.lit(BURST_SECONDS)}))`;

/** Whether destination `d` is bounded by more than the service's own measure. */
const isBounded = sql<boolean>`
  (d.concurrency is not null or d.per_minute is not null or d.ramp is not null)`;

const byConcurrency = sql`
  coalesce(h.concurrency, ${sql.lit(Number.MAX_SAFE_INTEGER)}) - h.leased`;

const byRate = sql`case when h.per_minute is null then ${sql.lit(Number.MAX_SAFE_INTEGER)} else
  1 + floor((${sql.lit(BURST_SECONDS)} - extract(epoch from greatest(h.rate_from, now()) - now()))
    * h.per_minute / ${sql.lit(SECONDS_FOR_PER_MINUTE)})
  end`;

const byBreaker = sql`case
  when h.open_until > now() then 0
  else coalesce(h.ramp, ${sql.lit(Number.MAX_SAFE_INTEGER)}) - h.leased
  end`;

/**
 * How many placements of the destinations that a CTE `wish (destination)` names may be claimed
 * now, in columns `(destination, room)`: for a CTE that is `materialized`. Destinations without
 * bounds are left out: they have room for all that is wished.
 *
 * Rows are held in the order of their ids until the transaction ends, as `afterTries` takes them.
 * It is for what waits its turn: what must go (must-go.ts) needs no room.
 */
export const roomOfWished = sql`
  select d.id as destination,
    greatest(0, least(${byConcurrency}, ${byRate}, ${byBreaker}))::bigint as room
  from (
    select d.id from destination d
    where d.id in (select destination from wish) and ${isBounded}
    order by d.id
  ) d
  cross join lateral hold_destination(d.id) h`;

/**
 * Takes what was claimed off the rate of its destination (generic cell rate algorithm): for a CTE
 * beside a CTE `picked (destination, "mustGo")`, one row for each placement.
 */
export const spendRoom = sql`
  update destination d set
    rate_from = greatest(d.rate_from, now())
      + make_interval(secs => s.sends * ${sql.lit(SECONDS_FOR_PER_MINUTE)} / d.per_minute::float8)
  from (
    select destination, count(*) as sends from picked where not "mustGo" group by destination
  ) s
  where d.id = s.destination and d.per_minute is not null`;

/** Sends at once that destination `d` is used to, at which a breaker is closed again. */
export const usualConcurrency = sql<number>`
  coalesce(d.concurrency, ${sql.lit(USUAL_CONCURRENCY)})`;
