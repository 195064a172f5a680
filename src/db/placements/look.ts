import { sql } from 'kysely';
import type { Db } from '../database.ts';
import type { Operation, WithdrawalReason } from '../schema.ts';

/** A placement whose copy is to be looked for: where, as what, and at whose outlet. */
export interface Look {
  id: string;
  destination: string;
  outlet: string;
  article: string;
  licence: string;
  channel: string;
  settings: Record<string, unknown>;
  seq: number;
  version: number;
  operation: Operation;
  reason: WithdrawalReason | null;
  confirmedSeq: number | null;
  remoteRef: string | null;
  /** Web origins that the outlet may publish on. */
  origins: readonly string[];
  publication: string;
  language: string;
  /** Looks that found nothing, so far. */
  checks: number;
}

/** A look takes at most the egress's total time; another worker may look after this. */
const LEASE_SECONDS = 45;

/** Takes placements of one destination that are to be looked at now, longest due first. */
export async function claimLooks(db: Db, destination: string, limit: number): Promise<Look[]> {
  const { rows } = await sql<Look>`
    /* placement.look */
    with due as (
      select id from placement
      where destination = ${destination} and verify_at <= now()
      order by verify_at limit ${limit} for update skip locked
    )
    update placement p set verify_at = now() + make_interval(secs => ${sql.lit(LEASE_SECONDS)})
    from due, destination d, outlet o, article a, article_version v, publication b
    where p.id = due.id and d.id = p.destination and o.id = p.outlet and a.id = p.article
      and v.article = p.article and v.version = p.wanted_version and b.id = a.publication
    returning p.id, p.destination, p.outlet, p.article, p.licence, d.channel, d.settings,
      p.wanted_seq as seq, p.wanted_version as version, p.wanted_op as operation,
      p.wanted_reason as reason, p.confirmed_seq as "confirmedSeq", p.remote_ref as "remoteRef",
      o.origins, b.name as publication, v.language, p.checks
  `.execute(db);
  return rows;
}

/** Ends the looks at a placement. */
export async function endLooks(db: Db, id: string): Promise<void> {
  await sql`update placement set verify_at = null where id = ${id}`.execute(db);
}

/** What was sent again is looked for once it was answered; or after this, if it never is. */
const GRACE_SECONDS = 15;

/**
 * Has a copy looked for again that was not found gone, unless something else is wanted by now.
 *
 * With `resend` the withdrawal goes out once more at the end of the wait, under a higher number: its
 * receiver would ignore the one that it has. While the last one is still on its way it is left alone.
 */
export async function scheduleLook(
  db: Db,
  { id, seq }: Pick<Look, 'id' | 'seq'>,
  { afterMs, resend }: { afterMs: number; resend: boolean },
): Promise<void> {
  const wait = sql`make_interval(secs => ${afterMs}::float8 / 1000)`;
  const again = sql`(${resend} and p.placed_seq = p.wanted_seq and p.next_at is null)`;
  await sql`
    update placement p set
      checks = p.checks + 1,
      verify_at = now() + ${wait} + case when ${again}
        then make_interval(secs => ${sql.lit(GRACE_SECONDS)}) else interval '0' end,
      next_at = case when ${again} then now() + ${wait} else p.next_at end,
      attempts = case when ${again} then 0 else p.attempts end,
      wanted_seq = case when ${again} then p.wanted_seq + 1 else p.wanted_seq end
    where p.id = ${id} and p.wanted_seq = ${seq} and p.confirmed_seq is distinct from p.wanted_seq
  `.execute(db);
}

/** How many versions back the words of a copy are looked for. */
const VERSIONS = 5;

/** The bodies of a story up to a version, newest first. */
export async function bodiesUpTo(db: Db, article: string, version: number): Promise<string[]> {
  const rows = await db
    .selectFrom('article_version')
    .select('body')
    .where('article', '=', article)
    .where('version', '<=', version)
    .orderBy('version', 'desc')
    .limit(VERSIONS)
    .execute();
  return rows.map(({ body }) => body);
}
