import { sql } from 'kysely';

/** Longer than any send can last: whatever left before has arrived by then, or never will. */
const QUIET_SECONDS = 30;

const isNewest = sql`p.wanted_seq = r.seq`;

/**
 * Whether what try `r` has placed may still be overwritten by an earlier one: that ended without an
 * answer, and the receiver takes whatever comes.
 */
const isShaky = sql`(p.outcome_unknown and not r."followsSeq")`;

/** Placed, and to be sent once more: to be sure of it, or without the mark of a text sent ahead. */
const goesAgain = sql`(r.placed and ${isNewest} and (${isShaky} or r."opensAt" is not null))`;

const againAt = sql`
  case when ${isShaky} then now() + make_interval(secs => ${sql.lit(QUIET_SECONDS)})
    else r."opensAt" end`;

/** A withdrawal is met by a word that it is so, a newer version by its placing, else by a URL. */
const isMet = sql`(r.placed and ${isNewest} and (r.url is not null
  or (r.operation = 'withdraw' and r.confirmed)
  or coalesce(r.operation = 'upsert' and p.placed_op = 'upsert'
    and r.version > p.placed_version, false)))`;

/** A text that was not there until now: the time for saying where it runs begins. */
const hasArrived = sql`(p.confirm_until is not null and r.placed and r.operation = 'upsert'
  and p.placed_op is distinct from 'upsert')`;

const reportFrom = sql`(
  select now() + make_interval(mins => l.report_within) from licence l where l.id = r.licence)`;

/**
 * What try `r` makes of placement `p`. A state that was wanted meanwhile is due at once. An address
 * that is known stays when an answer has only another name for the copy.
 */
export const settledState = sql`
  wanted_seq = case when ${goesAgain} then r.seq + 1 else p.wanted_seq end,
  raised_at = case when ${goesAgain} then ${againAt} else p.raised_at end,
  placed_seq = case when r.placed then r.seq else p.placed_seq end,
  placed_version = case when r.placed then r.version else p.placed_version end,
  placed_op = case when r.placed then r.operation else p.placed_op end,
  placed_hash = case when r.placed then r."placedHash" else p.placed_hash end,
  placed_at = case when r.placed then now() else p.placed_at end,
  remote_ref = case when r.url is null and p.remote_ref ~ '^https?://' then p.remote_ref
    else coalesce(r."remoteRef", p.remote_ref) end,
  outcome_unknown = case when r.doubtful then true
    when r.placed and ${isNewest} then false else p.outcome_unknown end,
  confirmed_seq = case when r.confirmed then r.seq else p.confirmed_seq end,
  confirmed_at = case when r.confirmed then now() else p.confirmed_at end,
  confirmed_by = case when r.confirmed then 'answer' else p.confirmed_by end,
  verify_at = case when r.verify and ${isNewest} and not ${goesAgain} then now()
    else p.verify_at end,
  confirm_until = case when ${isMet} then null when ${hasArrived} then ${reportFrom} else p.confirm_until end,
  lease_token = null,
  lease_until = null,
  next_at = case
    when p.wanted_seq > r.seq then greatest(now(), p.not_before)
    when ${goesAgain} then ${againAt}
    when not r.placed and not r.dead
      then now() + make_interval(secs => coalesce(r."retryMs", 0) / 1000)
  end,
  dead = ${isNewest} and r.dead,
  attempts = case when p.wanted_seq > r.seq or ${goesAgain} then 0 else p.attempts end,
  last_error = case when not r.placed and ${isNewest}
    then jsonb_build_object('code', r.code, 'message', r.message) end`;
