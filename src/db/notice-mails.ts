import { sql, type Updateable } from 'kysely';
import type { Db } from './database.ts';
import type { Tables } from './schema.ts';

/** A mail that this worker holds until its lease runs out. */
export interface DueMail {
  notice: string;
  kind: string;
  address: string;
  messageId: string;
  attempts: number;
  subject: string;
  body: string;
  createdAt: number;
  /** The publication's contact, to which people answer. */
  replyTo: string | null;
}

/** A server that takes a mail answers within this; another worker may try after it. */
const LEASE_SECONDS = 120;

/** Takes mails that are due, oldest first; each counts as tried from here on. */
export async function takeDue(db: Db, limit: number): Promise<DueMail[]> {
  const { rows } = await sql<DueMail>`
    with taken as (
      update notice_mail set attempts = attempts + 1,
        next_at = now() + make_interval(secs => ${sql.lit(LEASE_SECONDS)})
      where (notice, address) in (
        select notice, address from notice_mail where state = 'waiting' and next_at <= now()
        order by next_at limit ${limit} for update skip locked
      )
      returning notice, address, message_id, attempts
    )
    select t.notice, n.kind, t.address, t.message_id as "messageId", t.attempts, n.subject, n.body,
      n.created_at as "createdAt", p.contact as "replyTo"
    from taken t join notice n on n.id = t.notice left join publication p on p.id = n.publication
    order by n.id
  `.execute(db);
  return rows;
}

type Sent = Pick<DueMail, 'notice' | 'address'>;

export async function markSent(db: Db, mail: Sent, at: number): Promise<void> {
  await update(db, mail, { state: 'sent', sent_at: new Date(at), last_error: null });
}

/** Says why a mail did not leave, and when it is tried again; null: never. */
export async function markFailed(
  db: Db,
  mail: Sent,
  { error, nextAt }: { error: string; nextAt: number | null },
): Promise<void> {
  const next = nextAt === null ? { state: 'failed' as const } : { next_at: new Date(nextAt) };
  return update(db, mail, { ...next, last_error: error });
}

type Change = Updateable<Tables['notice_mail']>;

async function update(db: Db, { notice, address }: Sent, change: Change): Promise<void> {
  await db
    .updateTable('notice_mail')
    .set(change)
    .where('notice', '=', notice)
    .where('address', '=', address)
    .execute();
}
