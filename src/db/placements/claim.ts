import { sql } from 'kysely';
import type { Db } from '../database.ts';
import { roomOfWished, spendRoom } from '../health/room.ts';
import { joined } from '../joined.ts';
import { rowsOf } from '../rows-of.ts';
import type { Operation, WithdrawalReason } from '../schema.ts';
import { deadline } from './deadline.ts';
import { leaseEnd } from './lease.ts';
import { hasRight, isOpen, opens } from './may-send.ts';
import { mustGo } from './must-go.ts';

/** Which placements: corrections and what must go; all that waits for nobody; back-fill too. */
export type Take = 'urgent' | 'prompt' | 'any';

/** What one worker wants to take: up to `limit` placements of a destination, under one token. */
export interface ClaimWish {
  destination: string;
  take: Take;
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
  urgent: boolean;
  /** Back-fill or replay. */
  bulk: boolean;
  /** Which teasers are shown, as one value; null for none. */
  latest: string | null;
  /** When what is wanted was committed, and by which request. */
  raisedAt: number;
  raisedBy: string | null;
  /** Of the first try of this wanted state. */
  triedAt: number;
  attempts: number;
  /** Whether anything may have left before this try. */
  wasSent: boolean;
  remoteRef: string | null;
  licenceToken: string;
  /** Whether it is a standing licence: its footer is then the template of each article's. */
  isFeed: boolean;
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
  /** Whether the destination has bounds of its own, so that more may be due than was taken. */
  bounded: boolean;
}

/**
 * Due placements of wish `w` that may leave, held for it; those that others hold are passed by. In
 * the very order of the index placement_due: another would sort all that waits, for each claim.
 *
 * The right is a subquery of its own, and no join: when a wave has just come, what PostgreSQL knows
 * of these tables is from before it, and it would join all that waits with all licences to take a few.
 */
const due = (which: ReturnType<typeof sql>) => sql`
  select p.id, p.sent from placement p
  where p.destination = w.destination and p.next_at <= now() and ${which} and (
    select ${hasRight} and ${isOpen} from licence l, article a
    where l.id = p.licence and a.id = p.article)
  order by p.urgent desc, p.bulk, p.next_at`;

const isTaken = sql`not ${mustGo} and case w.take when 'urgent' then p.urgent
  when 'prompt' then not p.bulk else true end`;

/**
 * Takes due placements for several workers in one statement.
 *
 * The right to send is checked here, see `hasRight`. Of what waits its turn no more is taken than
 * the destination has room for; what must go needs none. A lease that has run out was somebody's
 * who never said what came of it.
 */
async function claimAllDue(db: Db, wishes: readonly ClaimWish[]): Promise<Claim[]> {
  const { rows } = await sql<Claim>`
    /* placement.claim */
    with wish as (
      select * from ${rowsOf(wishes, sql`destination uuid, take text, "limit" integer, token uuid`)} w
    ),
    room as materialized (${roomOfWished}),
    must as (
      select due.*, w.destination, w.token, true as "mustGo", false as bounded
      from wish w
      join destination d on d.id = w.destination
      join outlet o on o.id = d.outlet
      cross join lateral (
        ${due(sql`p.urgent and ${mustGo}`)} limit w."limit" for update of p skip locked
      ) as due
    ),
    others as (
      select due.*, w.destination, w.token, false as "mustGo", room.room is not null as bounded
      from wish w
      join destination d on d.id = w.destination
      join outlet o on o.id = d.outlet
      left join room on room.destination = w.destination
      cross join lateral (
        ${due(isTaken)} limit least(w."limit", room.room) for update of p skip locked
      ) as due
    ),
    picked as materialized (select * from must union all select * from others),
    spent as (${spendRoom})
    update placement p set
      lease_token = picked.token,
      lease_until = ${leaseEnd},
      next_at = ${leaseEnd},
      attempts = p.attempts + 1,
      tried_at = case when p.attempts = 0 then now() else p.tried_at end,
      outcome_unknown = p.outcome_unknown or p.lease_token is not null,
      (confirm_until, overdue_at) = (${deadline}),
      sent = true
    from picked, licence l, destination d, article a
    where p.id = picked.id and l.id = p.licence and d.id = p.destination and a.id = p.article
    returning p.id, p.lease_token as token, p.destination, p.outlet, p.article, p.licence,
      p.wanted_seq as seq, p.wanted_version as version, p.wanted_op as operation,
      p.wanted_reason as reason, p.urgent, p.bulk, p.wanted_latest as latest, p.raised_at as "raisedAt",
      p.raised_by as "raisedBy", p.tried_at as "triedAt", p.attempts, picked.sent as "wasSent",
      p.remote_ref as "remoteRef", l.token as "licenceToken", l.feed is not null as "isFeed",
      l.footer, l.use,
      case when ${opens} > now() then ${opens} end as "notBefore",
      l.terms_slug as "termsSlug", l.terms_version as "termsVersion",
      d.channel, d.format, d.settings, d.changes,
      case when d.former_until > now() then d.former end as former,
      picked.bounded
  `.execute(db);
  return rows;
}

/**
 * Of workers that ask for one destination at once each gets a statement of its own: within one the
 * rows that the first has locked would not be skipped.
 */
const claimAll = async (db: Db, wishes: readonly ClaimWish[]) => {
  const claims = new Map<string, Claim[]>(wishes.map(({ token }) => [token, []]));
  for (let left = wishes; left.length > 0; ) {
    const now = new Map(left.toReversed().map((wish) => [wish.destination, wish]));
    const taken = await claimAllDue(db, [...now.values()]);
    for (const claim of taken.sort(urgentFirst)) {
      claims.get(claim.token)?.push(claim);
    }
    left = left.filter((wish) => now.get(wish.destination) !== wish);
  }
  return wishes.map(({ token }) => claims.get(token) ?? []);
};

/** Apart from each other: what is urgent does not wait for the statements of what is not. */
const claimUrgent = joined(claimAll);
const claimOther = joined(claimAll);

/** Takes due placements for one worker. */
export function claimDue(db: Db, wish: ClaimWish): Promise<Claim[]> {
  return (wish.take === 'urgent' ? claimUrgent : claimOther)(db, wish);
}

/** In the order in which they were picked, which the statement itself does not keep. */
function urgentFirst(one: Claim, other: Claim): number {
  const byKind = Number(other.urgent) - Number(one.urgent) || Number(one.bulk) - Number(other.bulk);
  return byKind || one.raisedAt - other.raisedAt;
}
