import { sql } from 'kysely';
import type { Db } from '../database.ts';
import type { Operation, WithdrawalReason } from '../schema.ts';

/** A placement of which its outlet may say where the text runs. */
export interface Reportable {
  id: string;
  article: string;
  channel: string;
  seq: number;
  version: number;
  operation: Operation;
  reason: WithdrawalReason | null;
  remoteRef: string | null;
  /** Each version that has left for it, under the number that it had last; newest first. */
  sent: { version: number; seq: number }[];
}

/** Texts of a publication that an outlet may have: of one article, or at one placement. */
export interface ReportedScope {
  outlet: string;
  publication: string;
  article: string | null;
  placement: string | null;
}

/**
 * What an outlet was sent, or took itself. The text that is on its way right now counts: its
 * receiver may report before it answers.
 */
export async function findReportable(
  db: Db,
  { outlet, publication, article, placement }: ReportedScope,
): Promise<Reportable[]> {
  const { rows } = await sql<Reportable>`
    select p.id, p.article, d.channel, p.wanted_seq as seq, p.wanted_version as version,
      p.wanted_op as operation, p.wanted_reason as reason, p.remote_ref as "remoteRef", (
        select coalesce(jsonb_agg(jsonb_build_object('version', version, 'seq', seq)
          order by version desc), '[]')
        from (
          select version, max(seq) as seq from (${left}) s where version is not null
          group by version
        ) s
      ) as sent
    from placement p
    join destination d on d.id = p.destination
    join article a on a.id = p.article
    where p.outlet = ${outlet} and a.publication = ${publication} and p.sent
      and case when ${article}::uuid is null then p.id = ${placement}
        else p.article = ${article} end
    order by p.id
  `.execute(db);
  return rows;
}

/** A withdrawal names the version that was sent last. */
const left = sql`
  select t.version, t.seq from attempt t
  where t.placement = p.id and t.operation = 'upsert' and t.purpose = 'deliver'
  union all
  select p.placed_version, p.placed_seq where p.placed_op = 'upsert'
  union all
  select p.wanted_version, case p.wanted_op when 'upsert' then p.wanted_seq else p.wanted_seq - 1 end
  where p.lease_until > now() or p.wanted_op = 'withdraw'`;

/** What people call a text that an outlet has, and whose it is. */
export async function namesOf(
  db: Db,
  { outlet, article, version }: { outlet: string; article: string; version: number },
) {
  return db
    .selectFrom('article_version as v')
    .innerJoin('article as a', 'a.id', 'v.article')
    .innerJoin('outlet as o', (join) => join.on('o.id', '=', outlet))
    .select(['v.headline', 'a.publication', 'o.name as outlet'])
    .where('v.article', '=', article)
    .where('v.version', '=', version)
    .executeTakeFirstOrThrow();
}

/** Keeps where a copy runs, if that is not known yet, though it is not the version that is wanted. */
export async function keepAddress(tx: Db, id: string, url: string): Promise<void> {
  await sql`
    update placement set remote_ref = coalesce(remote_ref, ${url}) where id = ${id}
  `.execute(tx);
}

/** The outlet has said where its text runs; what is due of a correction stays due. */
export async function meetReport(tx: Db, id: string): Promise<void> {
  await sql`
    update placement set confirm_until = null
    where id = ${id} and wanted_op = 'upsert'
      and not (placed_op = 'upsert' and wanted_version > placed_version and attempts > 0)
  `.execute(tx);
}

/**
 * Takes back that a withdrawal was confirmed: its outlet says where the text stands. Of a story that
 * must go the page is looked at from now on, once the withdrawal has been told.
 */
export async function reopenWithdrawal(tx: Db, id: string, url: string): Promise<void> {
  await sql`
    update placement set
      remote_ref = ${url}, confirmed_seq = null, confirmed_at = null, confirmed_by = null,
      checks = 0, escalated_at = null,
      verify_at = case when wanted_reason in ('killed', 'withheld') and placed_seq = wanted_seq
        then now() else verify_at end
    where id = ${id} and wanted_op = 'withdraw'
  `.execute(tx);
}
