import { sql } from 'kysely';
import type { Db } from '../database.ts';
import { afterTries } from '../health/after-tries.ts';
import { joined } from '../joined.ts';
import { rowsOf } from '../rows-of.ts';
import type { Operation } from '../schema.ts';
import { settledState } from './settled-state.ts';

/** What came of one try, and what the placement does next. */
export interface Settlement {
  attempt: string;
  placement: string;
  token: string;
  destination: string;
  outlet: string;
  article: string;
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
  /** Where the answer says that the text runs. */
  url: string | null;
  placed: boolean;
  /** The answer says that it is so. */
  confirmed: boolean;
  /** Whether it is gone is to be seen at its address. */
  verify: boolean;
  dead: boolean;
  /** It ended without an answer after something had left. */
  doubtful: boolean;
  /** Whether the receiver ignores what is not newer than what it has. */
  followsSeq: boolean;
  /** RFC 3339. When what was sent ahead may be published, and is sent again without its mark. */
  opensAt: string | null;
  /** Until the next try, when there is one. */
  retryMs: number | null;
  /** Holds the whole destination, as the outlet asked. */
  holdMs: number | null;
}

const COLUMNS = sql`
  attempt uuid, placement uuid, token uuid, destination uuid, outlet uuid, article uuid,
  licence uuid, seq bigint, version integer, operation text, "startedAt" timestamptz,
  "endedAt" timestamptz, outcome text, code text, message text, status integer,
  "remoteAddress" text, excerpt text, "footerHash" text, "placedHash" text, "remoteRef" text,
  url text, placed boolean, confirmed boolean, verify boolean, dead boolean, doubtful boolean,
  "followsSeq" boolean, "opensAt" timestamptz, "retryMs" double precision,
  "holdMs" double precision`;

/**
 * Writes what came of several tries in one statement: the attempts, what the placements do next,
 * the outlets' word where the answers are one, and what the tries say of the destinations.
 *
 * Only the holder of the lease changes the placement; whoever lost it leaves its attempt in the
 * record, marked as fenced, and nothing else. Doing it twice comes to the same.
 *
 * @returns the attempts after which the placement is due at once
 */
async function settleAll(db: Db, settlements: readonly Settlement[]): Promise<Set<string>> {
  const { rows } = await sql<{ attempt: string }>`
    /* placement.settle */
    with result as (
      select * from ${rowsOf(settlements, COLUMNS)} r
    ),
    ours as (
      select p.id, r.attempt from placement p
      join result r on p.id = r.placement and p.lease_token = r.token
      order by p.id for update of p
    ),
    settled as (
      update placement p set ${settledState}
      from result r join ours on ours.attempt = r.attempt
      where p.id = ours.id
      returning p.id, r.attempt, p.next_at <= now() as "isDue"
    ),
    words as (
      insert into receipt (id, placement, outlet, article, licence, seq, version, operation,
        source, url)
      select uuid_v7(), r.placement, r.outlet, r.article, r.licence, r.seq, r.version,
        r.operation, 'answer', r.url
      from result r join settled s on s.attempt = r.attempt where r.confirmed
    ),
    attempts as (
      insert into attempt (id, placement, destination, outlet, licence, seq, version, operation,
        started_at, ended_at, outcome, doubtful, code, message, status, remote_address, excerpt,
        footer_hash, fenced)
      select r.attempt, r.placement, r.destination, r.outlet, r.licence, r.seq, r.version,
        r.operation, r."startedAt", r."endedAt", r.outcome, r.doubtful, r.code, r.message,
        r.status, r."remoteAddress", r.excerpt, r."footerHash", s.id is null
      from result r left join settled s on s.attempt = r.attempt
      on conflict (id) do nothing
    ),
    ${afterTries}
    select attempt from settled where "isDue"
  `.execute(db);
  return new Set(rows.map(({ attempt }) => attempt));
}

/** Writes what came of one try. @returns whether its placement is due at once */
export const settle = joined(async (db: Db, settlements: readonly Settlement[]) => {
  const due = await settleAll(db, settlements);
  return settlements.map(({ attempt }) => due.has(attempt));
});
