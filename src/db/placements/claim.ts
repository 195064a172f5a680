import { sql } from 'kysely';
import type { Db } from '../database.ts';
import { joined } from '../joined.ts';
import type { Operation, WithdrawalReason } from '../schema.ts';
import { mustGo } from './must-go.ts';

/** How long a worker may be silent before its placements are given to another. */
const LEASE_SECONDS = 12;

/** What one worker wants to take: up to `limit` placements of a destination, under one token. */
export interface ClaimWish {
  destination: string;
  urgentOnly: boolean;
  limit: number;
  token: string;
}

/** A placement in hand: what is wanted there, and all that sending it takes except the text. */
export interface Claim {
  id: string;
  token: string;
  destination: string;
  outlet: string;
  article: string;
  licence: string;
  seq: number;
  version: number;
  operation: Operation;
  reason: WithdrawalReason | null;
  /** Which teasers are shown, as one value; null for none. */
  latest: string | null;
  /** Of the first try of this wanted state. */
  triedAt: number;
  attempts: number;
  remoteRef: string | null;
  licenceToken: string;
  footer: string;
  termsSlug: string;
  termsVersion: number;
  use: { images?: string; until?: string };
  /** Before which nothing may be published, for a text that is sent ahead; else null. */
  notBefore: number | null;
  channel: string;
  format: string;
  settings: Record<string, unknown>;
  /** How often the destination had been changed: of the settings that go with it. */
  changes: number;
  /** Secrets, sealed, that hold beside their successors in the settings. */
  former: Record<string, unknown> | null;
}

/** When a licence has begun and the embargo has lifted. */
const opens = sql`greatest(l.from_at, a.embargo_until)`;

/**
 * Takes due placements for several workers in one statement.
 *
 * The right to send is checked here, on the database's clock and rows as they are now: text goes
 * only under an active licence of an outlet that is not suspended, for a live article, and after
 * `nbf` and embargo unless the licence lets it go ahead, marked. A withdrawal needs no right. A kill
 * also goes to destinations that are paused, disabled or asked us to wait.
 */
async function claimAllDue(db: Db, wishes: readonly ClaimWish[]): Promise<Claim[]> {
  const { rows } = await sql<Claim>`
    /* placement.claim */
    with wish as (
      select * from jsonb_to_recordset(${JSON.stringify(wishes)}::jsonb)
        as w (destination uuid, "urgentOnly" boolean, "limit" integer, token uuid)
    ),
    picked as (
      select due.id, w.token
      from wish w
      join destination d on d.id = w.destination
      join outlet o on o.id = d.outlet
      cross join lateral (
        select p.id from placement p
        join licence l on l.id = p.licence
        join article a on a.id = p.article
        where p.destination = w.destination and p.next_at <= now()
          and (p.urgent or not w."urgentOnly")
          and (p.wanted_op = 'withdraw'
            or (o.suspended_at is null and a.state = 'live' and l.state = 'active' and l.until_at > now()
              and (l.advance or ${opens} <= now())))
          and (${mustGo} or (d.state = 'active' and d.held_until <= now()))
        order by p.urgent desc, p.next_at
        limit w."limit"
        for update of p skip locked
      ) as due
    )
    update placement p set
      lease_token = picked.token,
      lease_until = now() + make_interval(secs => ${sql.lit(LEASE_SECONDS)}),
      next_at = now() + make_interval(secs => ${sql.lit(LEASE_SECONDS)}),
      attempts = p.attempts + 1,
      tried_at = case when p.attempts = 0 then now() else p.tried_at end,
      sent = true
    from picked, licence l, destination d, article a
    where p.id = picked.id and l.id = p.licence and d.id = p.destination and a.id = p.article
    returning p.id, p.lease_token as token, p.destination, p.outlet, p.article, p.licence,
      p.wanted_seq as seq, p.wanted_version as version, p.wanted_op as operation,
      p.wanted_reason as reason, p.wanted_latest as latest, p.tried_at as "triedAt", p.attempts,
      p.remote_ref as "remoteRef", l.token as "licenceToken", l.footer, l.use,
      case when ${opens} > now() then ${opens} end as "notBefore",
      l.terms_slug as "termsSlug", l.terms_version as "termsVersion",
      d.channel, d.format, d.settings, d.changes,
      case when d.former_until > now() then d.former end as former
  `.execute(db);
  return rows;
}

/**
 * Takes due placements for one worker.
 *
 * Of two workers that ask for one destination in the same statement the second gets none: within a
 * statement the rows that the first has locked would not be skipped.
 */
export const claimDue = joined(async (db: Db, wishes: readonly ClaimWish[]) => {
  const perDestination = new Map(wishes.toReversed().map((wish) => [wish.destination, wish]));
  const claims = await claimAllDue(db, [...perDestination.values()]);
  return wishes.map((wish) => claims.filter((claim) => claim.token === wish.token));
});

/**
 * Keeps the placements under these tokens for the worker that is still busy with them; locked in
 * the order in which everybody takes them.
 */
export async function renewLeases(db: Db, tokens: readonly string[]): Promise<void> {
  if (tokens.length === 0) return;
  await sql`
    with ours as (
      select id from placement
      where lease_token in (
        select value::uuid from jsonb_array_elements_text(${JSON.stringify(tokens)}::jsonb))
      order by id for update
    )
    update placement p set
      lease_until = now() + make_interval(secs => ${sql.lit(LEASE_SECONDS)}),
      next_at = now() + make_interval(secs => ${sql.lit(LEASE_SECONDS)})
    from ours where p.id = ours.id`.execute(db);
}
