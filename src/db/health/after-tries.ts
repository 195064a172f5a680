import { sql } from 'kysely';
import {
  FAILURES_IN_A_ROW,
  FIRST_OPEN_SECONDS,
  LONGEST_OPEN_SECONDS,
  TRIES_IN_WINDOW,
  WINDOW_SECONDS,
} from '../../domain/breaker.ts';
import { usualConcurrency } from './room.ts';

/** An answer that takes longer sends its destination where it keeps nobody waiting … */
const SLOW_SECONDS = 5;
/** … for so long after the last such answer. */
const SLOW_FOR_SECONDS = 300;

const seconds = (count: number) => sql`make_interval(secs => ${sql.lit(count)})`;

/**
 * What the tries of the CTE `result (destination, outcome, "startedAt", "endedAt", "holdMs")` came
 * to at each destination. `failed` and `answered` are charged to its breaker; a fault of this
 * service and an address that may not be reached are not, nor is what stops it anyway.
 */
const tries = sql`
  select destination,
    count(*) filter (where failed)::integer as failures,
    count(*) filter (where answered)::integer as answers,
    count(*) filter (where failed and "endedAt" > "lastAnswer")::integer as "failuresAtEnd",
    bool_or(outcome = 'placed') as placed,
    coalesce(bool_or((failed or answered) and "endedAt" - "startedAt" > ${seconds(SLOW_SECONDS)}),
      false) as slow,
    now() + make_interval(secs => max("holdMs") / 1000) as hold
  from (
    select r.*, coalesce(max("endedAt") filter (where answered) over (partition by destination),
      '-infinity') as "lastAnswer"
    from (
      select *, outcome in ('later', 'misconfigured') as failed,
        outcome in ('placed', 'refused') as answered
      from result
    ) r
  ) r
  group by destination`;

const isOpen = sql`coalesce(d.open_until > now(), false)`;
const inWindow = sql`(now() < d.window_from + ${seconds(WINDOW_SECONDS)})`;

/** Nothing is written of a destination that is well, and stays so. */
const isChanged = sql`(t.failures > 0 or t.slow or t.hold is not null
  or (t.placed and d.failing_since is not null)
  or (t.answers > 0 and (d.failures > 0 or d.ramp is not null
    or (d.window_failures > 0 and ${inWindow}))))`;

/** The breaker of destination `d` after tries `t`: `afterTries` of domain/breaker.ts, in SQL. */
const breaker = sql`
  select
    case when s.open then d.failures when k.closes then 0 else c.in_a_row end,
    case when s.open then d.opened when k.opens then d.opened + 1 when k.closes then 0
      else d.opened end,
    case when s.open then d.open_until
      when k.opens then now() + make_interval(secs => least(${sql.lit(LONGEST_OPEN_SECONDS)},
        ${sql.lit(FIRST_OPEN_SECONDS)} * power(2, least(d.opened, 20))))
      when not k.closes then d.open_until end,
    case when s.open then d.ramp when k.opens then 1
      when not k.closes then d.ramp + t.answers end,
    case when s.open then d.window_from when k.opens or k.closes then '-infinity'
      when c.counts and not s.in_window then now() else d.window_from end,
    case when s.open then d.window_tries when k.opens or k.closes then 0
      when c.counts then c.tries else d.window_tries end,
    case when s.open then d.window_failures when k.opens or k.closes then 0
      when c.counts then c.failures else d.window_failures end
  from (select ${isOpen} as open, ${inWindow} as in_window) s
  cross join lateral (select
    case when t.answers > 0 then t."failuresAtEnd" else d.failures + t.failures end as in_a_row,
    s.in_window or t.failures > 0 as counts,
    case when s.in_window then d.window_tries else 0 end + t.failures + t.answers as tries,
    case when s.in_window then d.window_failures else 0 end + t.failures as failures) c
  cross join lateral (select
    case when d.ramp is not null then t.failures > 0
      else c.in_a_row >= ${sql.lit(FAILURES_IN_A_ROW)}
        or (c.tries >= ${sql.lit(TRIES_IN_WINDOW)} and c.failures * 2 >= c.tries) end as opens,
    coalesce(t.failures = 0 and d.ramp + t.answers >= ${usualConcurrency}, false) as closes) k`;

/**
 * What tries do to the health of their destinations, and how long these want to be left alone: two
 * CTEs for the statement that has the CTE
 * `result (destination, outcome, "startedAt", "endedAt", "holdMs")`. Destinations are taken in the
 * order of their ids, and only those where something changes.
 */
export const afterTries = sql`
  tried as (${tries}),
  changing as (
    select d.id from destination d join tried t on t.destination = d.id
    where ${isChanged}
    order by d.id for update of d
  ),
  health as (
    update destination d set
      (failures, opened, open_until, ramp, window_from, window_tries, window_failures)
        = (${breaker}),
      held_until = greatest(d.held_until, t.hold),
      slow_until = case when t.slow then now() + ${seconds(SLOW_FOR_SECONDS)}
        else d.slow_until end,
      failing_since = case when t.placed then null
        when t.failures > 0 then coalesce(d.failing_since, now()) else d.failing_since end,
      warnings = case when t.placed then 0 else d.warnings end
    from tried t join changing on changing.id = t.destination
    where d.id = t.destination
  )`;
