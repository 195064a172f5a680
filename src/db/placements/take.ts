import { sql } from 'kysely';
import type { Db } from '../database.ts';
import { mustGo } from './must-go.ts';
import { shownLatest } from './shown-latest.ts';

/** A text that its outlet fetches. */
export interface TakenText {
  outlet: string;
  article: string;
  licence: string;
  version: number;
}

/** Whether it is known already that the outlet has this version, and wanted there. */
export async function isKnownTaken(db: Db, text: TakenText): Promise<boolean> {
  const { rows } = await sql`
    select 1 from destination d
    join placement p on p.destination = d.id and p.article = ${text.article}
    where d.outlet = ${text.outlet} and d.channel = 'pull'
      and p.wanted_op = 'upsert' and p.wanted_version = ${text.version}
      and p.placed_seq = p.wanted_seq and p.confirmed_seq = p.wanted_seq
  `.execute(db);
  return rows.length > 0;
}

/**
 * Holds a story and a licence as they are until the transaction ends: a kill or a revocation comes
 * before, and is seen here, or after, and sees the placement.
 *
 * @returns whether the story is live and the licence active
 */
export async function holdTakeable(tx: Db, { article, licence }: TakenText): Promise<boolean> {
  const story = await sql`
    select 1 from article where id = ${article} and state = 'live' for share`.execute(tx);
  if (story.rows.length === 0) return false;
  const { rows } = await sql`
    select 1 from licence where id = ${licence} and state = 'active' for share`.execute(tx);
  return rows.length > 0;
}

export interface TakenPlacement {
  id: string;
  destination: string;
  seq: number;
}

/**
 * Notes that an outlet has taken a text itself. What it has is what is wanted there, unless a newer
 * version is wanted by now or the text must go.
 */
export async function markTaken(
  tx: Db,
  { outlet, article, licence, version }: TakenText,
  { requestId, at }: { requestId: string; at: Date },
): Promise<TakenPlacement | undefined> {
  const { rows } = await sql<TakenPlacement>`
    /* placement.take */
    with edition as (
      select d.id as destination, d.revision, ${shownLatest('e')} as latest
      from destination d
      cross join (select ${article}::uuid as article, ${version}::integer as version) e
      where d.outlet = ${outlet} and d.channel = 'pull'
    )
    insert into placement as p (destination, outlet, article, licence, wanted_version, wanted_op,
      wanted_revision, wanted_latest, tried_at, sent, placed_seq, placed_version, placed_op,
      placed_at, confirmed_seq, confirmed_at, confirmed_by, raised_by)
    select e.destination, ${outlet}, ${article}, ${licence}, ${version}, 'upsert', e.revision,
      e.latest, ${at}, true, 1, ${version}, 'upsert', ${at}, 1, ${at}, 'answer', ${requestId}
    from edition e
    on conflict (destination, article) do update set
      wanted_seq = ${seqAfter},
      licence = case when ${isNew} then excluded.licence else p.licence end,
      wanted_version = excluded.wanted_version, wanted_op = 'upsert', wanted_reason = null,
      wanted_revision = excluded.wanted_revision, wanted_latest = excluded.wanted_latest,
      sent = true, urgent = false, not_before = '-infinity',
      placed_seq = ${seqAfter}, placed_version = excluded.wanted_version, placed_op = 'upsert',
      placed_at = ${at}, confirmed_seq = ${seqAfter}, confirmed_at = ${at},
      confirmed_by = 'answer', raised_at = case when ${isNew} then now() else p.raised_at end,
      attempts = 0, dead = false, last_error = null, next_at = null, lease_token = null,
      lease_until = null, verify_at = null, checks = 0, escalated_at = null, confirm_until = null
    where not ${mustGo} and (p.wanted_op = 'withdraw' or p.wanted_version <= excluded.wanted_version)
    returning p.id, p.destination, p.wanted_seq as seq
  `.execute(tx);
  return rows[0];
}

const isNew = sql`(p.wanted_op = 'withdraw' or p.wanted_version < excluded.wanted_version)`;
const seqAfter = sql`case when ${isNew} then p.wanted_seq + 1 else p.wanted_seq end`;
