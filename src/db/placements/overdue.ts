import { sql } from 'kysely';
import type { Duty } from '../../domain/notices/duty-notices.ts';
import type { Db } from '../database.ts';

/** A placement whose outlet owes more than its terms gave it time for. */
export interface Overdue {
  id: string;
  outlet: string;
  outletName: string;
  article: string;
  licence: string;
  publication: string;
  headline: string;
  seq: number;
  version: number;
  duty: Duty;
  /** Until when it was to be done. */
  until: number;
}

/** What is due of placement `p`; see `deadline.ts`, which sets the time. */
const duty = sql`case
  when p.wanted_op = 'withdraw' then 'removal'
  when p.placed_op = 'upsert' and p.wanted_version > p.placed_version then 'correction'
  else 'report' end`;

/** Nobody can say where a text runs that has not arrived. */
const hasNotArrived = sql`(p.wanted_op = 'upsert' and p.placed_op is distinct from 'upsert')`;

/**
 * Takes what has become overdue and was not told yet. A text that has not arrived is not reported
 * late: its time begins anew.
 */
export async function takeOverdue(tx: Db, limit: number): Promise<Overdue[]> {
  const { rows } = await sql<Overdue>`
    with due as (
      select p.id from placement p
      where p.confirm_until <= now() and p.overdue_at is null
      order by p.confirm_until limit ${limit} for update skip locked
    ),
    put_off as (
      update placement p set confirm_until = now() + make_interval(mins => l.report_within)
      from due, licence l
      where p.id = due.id and l.id = p.licence and ${hasNotArrived}
    )
    update placement p set overdue_at = now()
    from due, article a, article_version v, outlet o
    where p.id = due.id and not ${hasNotArrived}
      and a.id = p.article and v.article = p.article and v.version = p.wanted_version
      and o.id = p.outlet
    returning p.id, p.outlet, o.name as "outletName", p.article, p.licence, a.publication,
      v.headline, p.wanted_seq as seq, p.wanted_version as version, ${duty} as duty,
      p.confirm_until as until
  `.execute(tx);
  return rows;
}
