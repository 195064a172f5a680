import { sql } from 'kysely';
import type { Db } from '../database.ts';
import type { Operation, WithdrawalReason } from '../schema.ts';

/** A copy that an outlet took itself: what it has, what is wanted, and whom to tell. */
export interface PullCopy {
  id: string;
  outlet: string;
  outletName: string;
  publication: string;
  /** How many people of the outlet can be told. */
  contacts: number;
  headline: string;
  canonicalUrl: string;
  correctionNote: string | null;
  seq: number;
  version: number;
  operation: Operation;
  reason: WithdrawalReason | null;
  /** What its people were told of, or took, last. */
  placedSeq: number | null;
  placedVersion: number | null;
  placedOp: Operation | null;
  confirmedSeq: number | null;
  /** A newer version, or other teasers under it. */
  urgent: boolean;
  /** Looks, and so reminders, since this was first told. */
  checks: number;
}

/** One copy, held until the transaction ends. */
export async function lockPullCopy(tx: Db, id: string): Promise<PullCopy | undefined> {
  const { rows } = await sql<PullCopy>`
    select p.id, p.outlet, o.name as "outletName", a.publication,
      jsonb_array_length(o.contacts) as contacts, v.headline, v.canonical_url as "canonicalUrl",
      v.correction_note as "correctionNote", p.wanted_seq as seq, p.wanted_version as version,
      p.wanted_op as operation, p.wanted_reason as reason, p.placed_seq as "placedSeq",
      p.placed_version as "placedVersion", p.placed_op as "placedOp",
      p.confirmed_seq as "confirmedSeq", p.urgent, p.checks
    from placement p
    join outlet o on o.id = p.outlet
    join article a on a.id = p.article
    join article_version v on v.article = p.article and v.version = p.wanted_version
    where p.id = ${id} for update of p
  `.execute(tx);
  return rows[0];
}

/** A new wanted state that asks nothing of people: what they confirmed stays confirmed. */
export async function carryOver(tx: Db, { id, seq, placedSeq }: PullCopy): Promise<void> {
  await sql`
    update placement set confirmed_seq = ${seq}
    where id = ${id} and confirmed_seq = ${placedSeq}`.execute(tx);
}

/** Has a copy looked at again after a while; null: not by itself. */
export async function lookAgain(tx: Db, id: string, afterMs: number | null): Promise<void> {
  await sql`
    update placement set verify_at = now() + make_interval(secs => ${afterMs}::float8 / 1000)
    where id = ${id}`.execute(tx);
}

export async function countReminder(tx: Db, id: string): Promise<void> {
  await sql`update placement set checks = checks + 1 where id = ${id}`.execute(tx);
}
