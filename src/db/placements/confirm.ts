import { sql } from 'kysely';
import type { Db } from '../database.ts';
import type { ConfirmedBy, Operation, ReceiptSource, WithdrawalReason } from '../schema.ts';

/** What of a placement decides what somebody's word on it means. */
export interface Confirmable {
  id: string;
  outlet: string;
  article: string;
  licence: string;
  seq: number;
  version: number;
  operation: Operation;
  reason: WithdrawalReason | null;
  bulk: boolean;
  /** When what is wanted was committed, and by which request. */
  raisedAt: number;
  raisedBy: string | null;
  /** Whether anything ever left: before that nobody can have it. */
  sent: boolean;
  confirmedSeq: number | null;
}

/** Holds a placement until the transaction ends, and tells what is wanted there. */
export async function lockConfirmable(tx: Db, id: string): Promise<Confirmable | undefined> {
  const { rows } = await sql<Confirmable>`
    select id, outlet, article, licence, wanted_seq as seq, wanted_version as version,
      wanted_op as operation, wanted_reason as reason, bulk, raised_at as "raisedAt",
      raised_by as "raisedBy", sent, confirmed_seq as "confirmedSeq"
    from placement where id = ${id} for update
  `.execute(tx);
  return rows[0];
}

/**
 * Notes that a placement is as it is wanted. What was still to be sent for it is not sent any more,
 * and whoever is sending it writes down its try and nothing else.
 *
 * A deadline for saying where a text runs is met by an address alone.
 */
export async function markConfirmed(
  tx: Db,
  id: string,
  { by, url, at }: { by: ConfirmedBy; url: string | null; at: Date },
): Promise<void> {
  await sql`
    update placement p set
      confirmed_seq = p.wanted_seq, confirmed_at = ${at}, confirmed_by = ${by},
      placed_seq = p.wanted_seq, placed_version = p.wanted_version, placed_op = p.wanted_op,
      placed_at = case when p.placed_seq = p.wanted_seq then p.placed_at else ${at} end,
      remote_ref = case when p.wanted_op = 'upsert' then coalesce(${url}, p.remote_ref)
        else p.remote_ref end,
      outcome_unknown = false, dead = false, last_error = null, next_at = null,
      lease_token = null, lease_until = null,
      verify_at = null,
      confirm_until = case
        when p.wanted_op = 'upsert' and ${url}::text is null and l.report_within is not null
          then p.confirm_until end
    from licence l where l.id = p.licence and p.id = ${id}
  `.execute(tx);
}

/** An outlet's word as its row; an absent url or note was not given. */
export interface ReceiptDraft {
  id: string;
  seq: number;
  version: number;
  operation: Operation;
  source: ReceiptSource;
  url: string | null;
  publishedAt: Date | null;
  note: string | null;
  at: Date;
}

export async function insertReceipt(
  tx: Db,
  { id: placement, outlet, article, licence }: Confirmable,
  { publishedAt, at, ...draft }: ReceiptDraft,
): Promise<void> {
  const of = { placement, outlet, article, licence };
  const times = { published_at: publishedAt, created_at: at };
  await tx
    .insertInto('receipt')
    .values({ ...of, ...draft, ...times })
    .execute();
}
