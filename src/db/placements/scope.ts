import { type RawBuilder, sql } from 'kysely';
import { formatInstant, type Instant } from '../../domain/instant.ts';
import type { Db } from '../database.ts';
import type { Scope } from '../outbox.ts';
import { rowsOf } from '../rows-of.ts';

/** An article whose placements are to be brought to what is wanted now, and because of what. */
export interface RaiseScope extends Scope {
  /** When the change that asks for it was committed; absent: now. */
  at?: Instant;
  /** The request that made the change. */
  by?: string;
  /** Of an article as a whole: only outlets with these ids and those between them. */
  outlets?: { low?: string; high?: string };
  /** Back-fill: also what no feed would place by itself, and behind all else. */
  bulk?: {
    /** Absent: at every destination that is no younger than the licence. */
    destination?: string;
  };
}

const LOWEST = '00000000-0000-0000-0000-000000000000';
const HIGHEST = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

const COLUMNS = sql`
  article uuid, low uuid, high uuid, at timestamptz, by text, bulk boolean, target uuid`;

/** The rows of scopes `s`, to stand in a `with`. */
export function scopeRows(scopes: readonly RaiseScope[]): RawBuilder<unknown> {
  const rows = scopes.map(({ article, outlet, outlets, at, by, bulk }) => ({
    ...{ article, by, bulk: bulk !== undefined, target: bulk?.destination },
    low: outlet ?? outlets?.low ?? LOWEST,
    high: outlet ?? outlets?.high ?? HIGHEST,
    at: at === undefined ? undefined : formatInstant(at),
  }));
  return sql`
    select s.article, s.low, s.high, coalesce(s.at, now()) as at, s.by, s.bulk, s.target
    from ${rowsOf(rows, COLUMNS)} s`;
}

/** The placements `p` of scopes `s`: one range of an index, for one outlet and for all of them. */
export const placementsOf = sql`
  placement p on p.article = s.article and p.outlet between s.low and s.high`;

const BUCKETS = 1_024;

/**
 * Holds the placements of these articles until the transaction ends, in the order in which
 * everybody takes them, so that a fan-out and a settlement never wait for each other.
 *
 * Placements that are not there yet cannot be held; so those who raise take turns at an article.
 * Otherwise one that has read an older state could write it over a newer one that was added
 * meanwhile.
 */
export async function lockScopes(tx: Db, scopes: readonly RaiseScope[]): Promise<void> {
  await sql`
    select pg_advisory_xact_lock(hashtext('raise'), bucket)
    from (
      select distinct abs(hashtext(article::text) % ${sql.lit(BUCKETS)}) as bucket
      from (${scopeRows(scopes)}) s order by bucket
    ) buckets
  `.execute(tx);
  await lockPlacements(tx, scopes);
}

/**
 * As {@link lockScopes}, for whoever takes text back and adds nothing: it waits for no fan-out.
 *
 * What has been taken back for what the article is now stays as it is, and is not held: a claim
 * passes by what is held, and the relay follows a kill while it is sent.
 */
export async function lockPlacements(tx: Db, scopes: readonly RaiseScope[]): Promise<void> {
  await sql`
    with scope as (${scopeRows(scopes)})
    select p.id from scope s
    join article a on a.id = s.article
    join ${placementsOf}
    where not (p.wanted_op = 'withdraw' and coalesce(p.wanted_reason = a.state, false))
    order by p.id for update of p
  `.execute(tx);
}

/** The columns that begin anew with every wanted state. */
export const anew = sql`
  attempts = 0, dead = false, last_error = null, verify_at = null, checks = 0,
  escalated_at = null`;
