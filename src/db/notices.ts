import { type Selectable, sql } from 'kysely';
import type { Context } from '../context.ts';
import { type NoticeFacts, type NoticeKind, wordNotice } from '../domain/notices/notice.ts';
import type { Db } from './database.ts';
import type { Tables } from './schema.ts';
import type { MailState } from './tables/notices.ts';

/** A message to people: to an outlet's contacts, or to the contact of a publication. */
export type Notice = {
  [Kind in NoticeKind]: {
    kind: Kind;
    facts: NoticeFacts[Kind];
    /** Whose contacts are told; null: the publication's. */
    outlet: string | null;
    publication: string | null;
    about: { kind: string; id: string };
  };
}[NoticeKind];

export type NoticeRow = ReturnType<typeof noticeRow>;

type Teller = Pick<Context, 'config' | 'newId' | 'now'>;

/**
 * Tells people of a change, within its transaction; mails wait where a mail server is set. Nobody
 * is mailed the same words about the same thing twice, as the contact of two publications would be.
 */
export async function tell(tx: Db, by: Teller, notices: readonly Notice[]): Promise<void> {
  if (notices.length === 0) return;
  const rows = JSON.stringify(notices.map((notice) => noticeRow(by, notice)));
  await sql`
    with told as (
      insert into notice (id, kind, outlet, publication, subject, body, about_kind, about_id,
        created_at)
      select id, kind, outlet, publication, subject, body, about_kind, about_id, created_at
      from jsonb_to_recordset(${rows}::jsonb) as n (id uuid, kind text, outlet uuid,
        publication uuid, subject text, body text, about_kind text, about_id text,
        created_at timestamptz)
      returning *
    ), readers as (
      select told.id, contact->>'email' as address from told
        join outlet on outlet.id = told.outlet, jsonb_array_elements(outlet.contacts) as contact
      union
      select told.id, publication.contact from told
        join publication on publication.id = told.publication where told.outlet is null
    )
    insert into notice_mail (notice, address, message_id)
    select distinct on (address, subject, body, about_id) id, address,
      '<' || id || '.' || left(md5(address), 12) || '@' || ${mailHost(by)} || '>'
    from readers join told using (id) where ${by.config.mailFrom !== null}
    order by address, subject, body, about_id, id
  `.execute(tx);
}

function noticeRow(by: Teller, notice: Notice) {
  const { kind, outlet, publication, about } = notice;
  return {
    id: by.newId(),
    kind,
    outlet,
    publication,
    ...wordNotice(kind, notice.facts as never),
    about_kind: about.kind,
    about_id: about.id,
    created_at: new Date(by.now()).toISOString(),
  };
}

/** Half of every Message-ID (RFC 5322 section 3.6.4). */
function mailHost({ config }: Teller): string {
  return new URL(config.publicUrl).hostname;
}

/** A mail of a notice, and what became of it. */
export interface NoticeMail {
  address: string;
  state: MailState;
  attempts: number;
  sentAt: string | null;
  lastError: string | null;
}

export type ToldNotice = Selectable<Tables['notice']> & { mails: NoticeMail[] };

export interface NoticeFilter {
  outlet?: string | undefined;
  kind?: string | undefined;
  /** Slugs that a staff key is limited to. */
  publications?: readonly string[] | undefined;
  after?: string | undefined;
  limit: number;
}

/** Newest first. */
export async function list(db: Db, filter: NoticeFilter): Promise<ToldNotice[]> {
  const mails = sql<NoticeMail[]>`(
    select coalesce(jsonb_agg(jsonb_build_object('address', m.address, 'state', m.state,
      'attempts', m.attempts, 'sentAt', m.sent_at, 'lastError', m.last_error)
      order by m.address), '[]')
    from notice_mail m where m.notice = n.id)`;
  let query = db
    .selectFrom('notice as n')
    .selectAll('n')
    .select(mails.as('mails'))
    .orderBy('n.id', 'desc')
    .limit(filter.limit);
  if (filter.outlet) query = query.where('n.outlet', '=', filter.outlet);
  if (filter.kind) query = query.where('n.kind', '=', filter.kind);
  if (filter.after) query = query.where('n.id', '<', filter.after);
  if (filter.publications) {
    const slugs = [...filter.publications, ''];
    const ids = db.selectFrom('publication').select('id').where('slug', 'in', slugs);
    query = query.where('n.publication', 'in', ids);
  }
  return query.execute();
}
