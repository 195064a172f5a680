import { type SqlBool, sql } from 'kysely';
import type { Db } from './database.ts';
import type { CodedMessage, ConfirmedBy, DestinationState } from './schema.ts';

/**
 * What is known of a copy `p` of a story that was taken back:
 * - `confirmed`   something or somebody says that it is gone
 * - `unconfirmed` the outlet was told, or is about to be, and nothing says that it is gone
 * - `unreachable` it was tried, and the outlet has not taken it
 */
export type CopyState = 'confirmed' | 'unconfirmed' | 'unreachable';

const isConfirmed = sql<SqlBool>`coalesce(p.confirmed_seq = p.wanted_seq, false)`;
const isUnreachable = sql<SqlBool>`(not ${isConfirmed}
  and p.placed_seq is distinct from p.wanted_seq and (p.last_error is not null or p.dead))`;

const state = sql<CopyState>`
  case when ${isConfirmed} then 'confirmed' when ${isUnreachable} then 'unreachable'
    else 'unconfirmed' end`;

/** Copies that were ever tried: where nothing was sent there is nothing to take back. */
const isCopy = sql<SqlBool>`(p.sent and p.wanted_op = 'withdraw')`;

export interface CopyCounts {
  total: number;
  confirmed: number;
  unconfirmed: number;
  unreachable: number;
}

const counts = sql`
  count(*) as total,
  count(*) filter (where ${isConfirmed}) as confirmed,
  count(*) filter (where not ${isConfirmed} and not ${isUnreachable}) as unconfirmed,
  count(*) filter (where ${isUnreachable}) as unreachable`;

/** A killed or withheld story, and what is known of its copies. */
export interface TakenStory extends CopyCounts {
  id: string;
  state: 'killed' | 'withheld';
  headline: string;
  slug: string;
  reason: string | null;
  at: number;
}

export interface TakenFilter {
  article?: string | undefined;
  state?: 'killed' | 'withheld' | undefined;
  publications?: readonly string[] | undefined;
  /** The article that the page before ended with. */
  after?: string | undefined;
  limit: number;
}

/** Stories that were taken back, the latest first. */
export async function listTaken(db: Db, filter: TakenFilter): Promise<TakenStory[]> {
  const { article = null, state: only = null, publications = null, after = null } = filter;
  const slugs = publications === null ? null : JSON.stringify(publications);
  const { rows } = await sql<TakenStory>`
    with taken as (
      select a.id, a.state, a.version, a.publication,
        case a.state when 'killed' then a.killed_at else a.withheld_at end as at,
        case a.state when 'killed' then a.kill_reason else a.withhold_reason end as reason
      from article a where a.state in ('killed', 'withheld')
    ),
    -- Counting comes after choosing: a story may have thousands of copies.
    shown as materialized (
      select t.id, t.state, v.headline, b.slug, t.reason, t.at
      from taken t
      join article_version v on v.article = t.id and v.version = t.version
      join publication b on b.id = t.publication
      where (${article}::uuid is null or t.id = ${article})
        and (${only}::text is null or t.state = ${only})
        and (${slugs}::jsonb is null or ${slugs}::jsonb ? b.slug)
        and (${after}::uuid is null
          or (t.at, t.id) < (select l.at, l.id from taken l where l.id = ${after}))
      order by t.at desc, t.id desc
      limit ${filter.limit}
    )
    select s.*, c.* from shown s
    cross join lateral (
      select ${counts} from placement p where p.article = s.id and ${isCopy}
    ) c
    order by s.at desc, s.id desc
  `.execute(db);
  return rows;
}

/** A copy as the kill board shows it. */
export interface BoardCopy {
  id: string;
  outlet: string;
  outletName: string;
  destination: string;
  channel: string;
  destinationState: DestinationState;
  seq: number;
  version: number;
  state: CopyState;
  /** When the withdrawal was tried, or people were told, for the first and the last time. */
  sentAt: number | null;
  confirmedAt: number | null;
  confirmedBy: ConfirmedBy | null;
  ref: string | null;
  attempts: number;
  looks: number;
  lastError: CodedMessage | null;
  escalatedAt: number | null;
  nextAt: number | null;
}

export interface BoardFilter {
  state?: CopyState | undefined;
  after?: string | undefined;
  limit: number;
}

/** The copies of one story, the newest placement first. */
export async function listCopies(
  db: Db,
  article: string,
  filter: BoardFilter,
): Promise<BoardCopy[]> {
  const { state: only = null, after = null } = filter;
  const { rows } = await sql<BoardCopy>`
    select p.id, p.outlet, o.name as "outletName", p.destination, d.channel,
      d.state as "destinationState", p.wanted_seq as seq, p.wanted_version as version,
      ${state} as state, tries."sentAt", tries.attempts, tries.looks,
      case when ${isConfirmed} then p.confirmed_at end as "confirmedAt",
      case when ${isConfirmed} then p.confirmed_by end as "confirmedBy",
      p.remote_ref as ref, coalesce(p.last_error, seen.error) as "lastError",
      p.escalated_at as "escalatedAt",
      case when not ${isConfirmed} then least(p.next_at, p.verify_at) end as "nextAt"
    from placement p
    join outlet o on o.id = p.outlet
    join destination d on d.id = p.destination
    cross join lateral (
      select max(t.started_at) filter (where t.purpose = 'deliver') as "sentAt",
        count(*) filter (where t.purpose = 'deliver') as attempts,
        count(*) filter (where t.purpose = 'verify') as looks
      from attempt t
      where t.placement = p.id and t.operation = 'withdraw' and t.started_at >= p.raised_at
    ) tries
    left join lateral (
      select jsonb_build_object('code', t.code, 'message', t.message) as error
      from attempt t where t.placement = p.id and t.purpose = 'verify' and t.outcome <> 'gone'
        and not ${isConfirmed} order by t.id desc limit 1
    ) seen on true
    where p.article = ${article} and ${isCopy} and (${only}::text is null or ${state} = ${only})
      and (${after}::uuid is null or p.id < ${after})
    order by p.id desc limit ${filter.limit}
  `.execute(db);
  return rows;
}
