import { sql } from 'kysely';
import type { Db } from '../database.ts';
import { joined } from '../joined.ts';
import type { Operation } from '../schema.ts';

/** What came of one try, and what the placement does next. */
export interface Settlement {
  attempt: string;
  placement: string;
  token: string;
  destination: string;
  outlet: string;
  licence: string;
  seq: number;
  version: number;
  operation: Operation;
  /** RFC 3339. */
  startedAt: string;
  endedAt: string;
  outcome: string;
  code: string;
  message: string;
  status: number | null;
  remoteAddress: string | null;
  excerpt: string | null;
  footerHash: string | null;
  /** SHA-256 of what was sent, where it was taken. */
  placedHash: string | null;
  remoteRef: string | null;
  placed: boolean;
  dead: boolean;
  /** RFC 3339. When what was sent ahead may be published, and is sent again without its mark. */
  opensAt: string | null;
  /** Until the next try, when there is one. */
  retryMs: number | null;
  /** Holds the whole destination, as the outlet asked. */
  holdMs: number | null;
}

/** Writes what came of one try. */
export const settle = joined(async (db: Db, settlements: readonly Settlement[]) => {
  await settleAll(db, settlements);
  return settlements;
});

/** A text that was sent ahead, and nothing else wanted since. */
const goesAgain = sql`(r.placed and r."opensAt" is not null and p.wanted_seq = r.seq)`;

/**
 * Writes what came of several tries in one statement.
 *
 * Only the holder of the lease changes the placement; whoever lost it leaves its attempt in the
 * record, marked as fenced, and nothing else. A state that was wanted meanwhile is due at once.
 */
async function settleAll(db: Db, settlements: readonly Settlement[]): Promise<void> {
  await sql`
    /* placement.settle */
    with result as (
      select * from jsonb_to_recordset(${JSON.stringify(settlements)}::jsonb) as r (
        attempt uuid, placement uuid, token uuid, destination uuid, outlet uuid, licence uuid,
        seq bigint, version integer, operation text, "startedAt" timestamptz,
        "endedAt" timestamptz, outcome text, code text, message text, status integer,
        "remoteAddress" text, excerpt text, "footerHash" text, "placedHash" text,
        "remoteRef" text, placed boolean, dead boolean, "opensAt" timestamptz,
        "retryMs" double precision, "holdMs" double precision)
    ),
    ours as (
      select p.id, r.attempt from placement p
      join result r on p.id = r.placement and p.lease_token = r.token
      order by p.id for update of p
    ),
    settled as (
      update placement p set
        wanted_seq = case when ${goesAgain} then r.seq + 1 else p.wanted_seq end,
        placed_seq = case when r.placed then r.seq else p.placed_seq end,
        placed_version = case when r.placed then r.version else p.placed_version end,
        placed_op = case when r.placed then r.operation else p.placed_op end,
        placed_hash = case when r.placed then r."placedHash" else p.placed_hash end,
        placed_at = case when r.placed then now() else p.placed_at end,
        remote_ref = coalesce(r."remoteRef", p.remote_ref),
        lease_token = null,
        lease_until = null,
        next_at = case
          when p.wanted_seq > r.seq then greatest(now(), p.not_before)
          when ${goesAgain} then r."opensAt"
          when not r.placed and not r.dead
            then now() + make_interval(secs => coalesce(r."retryMs", 0) / 1000)
        end,
        dead = p.wanted_seq = r.seq and r.dead,
        attempts = case when p.wanted_seq > r.seq or ${goesAgain} then 0 else p.attempts end,
        last_error = case when not r.placed and p.wanted_seq = r.seq
          then jsonb_build_object('code', r.code, 'message', r.message) end
      from result r join ours on ours.attempt = r.attempt
      where p.id = ours.id
      returning p.id, r.attempt
    ),
    held as (
      update destination d set held_until = greatest(d.held_until, h.until)
      from (
        select destination, max(now() + make_interval(secs => "holdMs" / 1000)) as until
        from result where "holdMs" is not null group by destination
      ) h
      where d.id = h.destination
    )
    insert into attempt (id, placement, destination, outlet, licence, seq, version, operation,
      started_at, ended_at, outcome, code, message, status, remote_address, excerpt, footer_hash,
      fenced)
    select r.attempt, r.placement, r.destination, r.outlet, r.licence, r.seq, r.version,
      r.operation, r."startedAt", r."endedAt", r.outcome, r.code, r.message, r.status,
      r."remoteAddress", r.excerpt, r."footerHash", s.id is null
    from result r left join settled s on s.attempt = r.attempt
  `.execute(db);
}
