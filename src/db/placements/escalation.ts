import { sql } from 'kysely';
import type { Db } from '../database.ts';
import { mustGo } from './must-go.ts';

/** A copy of a story that was taken back, that people are called for. */
export interface Lingering {
  id: string;
  seq: number;
  version: number;
  operation: 'withdraw';
  article: string;
  headline: string;
  canonicalUrl: string;
  publication: string;
  reason: 'killed' | 'withheld';
  outlet: string;
  outletName: string;
  destination: string;
  channel: string;
  /** Since when it is to be gone. */
  raisedAt: number;
  remoteRef: string | null;
  /** Whether the outlet's system has taken the withdrawal, or its people were told. */
  isTold: boolean;
  lastError: { code: string; message: string } | null;
  /** What was found at its page last. */
  lastSeen: string | null;
}

/**
 * Takes the copies that are not known to be gone so long after they were to go, and that nobody was
 * called for yet, story by story. Where a page is known it is looked at from now on, also if the
 * withdrawal never arrived.
 */
export async function takeLingering(
  tx: Db,
  { afterMs, limit }: { afterMs: number; limit: number },
): Promise<Lingering[]> {
  const { rows } = await sql<Lingering>`
    /* placement.escalate */
    with due as (
      select p.id from placement p
      where ${mustGo} and p.sent and p.confirmed_seq is distinct from p.wanted_seq
        and p.wanted_reason in ('killed', 'withheld')
        and p.raised_at <= now() - make_interval(secs => ${afterMs}::float8 / 1000)
        and p.escalated_at is null
      order by p.article, p.id limit ${limit} for update skip locked
    ),
    called as (
      update placement p set escalated_at = now(),
        verify_at = case when p.verify_at is null and p.remote_ref ~ '^https?://' then now()
          else p.verify_at end
      from due where p.id = due.id
      returning p.*
    )
    select p.id, p.wanted_seq as seq, p.wanted_version as version, p.wanted_op as operation,
      p.article, v.headline, v.canonical_url as "canonicalUrl", a.publication,
      p.wanted_reason as reason, p.outlet, o.name as "outletName", p.destination, d.channel,
      p.raised_at as "raisedAt", p.remote_ref as "remoteRef",
      p.placed_seq is not distinct from p.wanted_seq as "isTold", p.last_error as "lastError", (
        select t.message from attempt t
        where t.placement = p.id and t.purpose = 'verify' order by t.id desc limit 1
      ) as "lastSeen"
    from called p
    join article a on a.id = p.article
    join article_version v on v.article = p.article and v.version = p.wanted_version
    join outlet o on o.id = p.outlet
    join destination d on d.id = p.destination
    order by p.article, o.name, p.id
  `.execute(tx);
  return rows;
}
