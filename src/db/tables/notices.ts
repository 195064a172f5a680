import type { Generated } from 'kysely';
import type { DefaultTime, OptionalTime } from './columns.ts';

export type MailState = 'waiting' | 'sent' | 'failed';

export interface NoticesTables {
  notice: {
    id: string;
    kind: string;
    /** Whose contacts are told; null: the house. */
    outlet: string | null;
    /** What it is about, and whose contact is told where no outlet is. */
    publication: string | null;
    subject: string;
    body: string;
    about_kind: string;
    about_id: string;
    created_at: DefaultTime;
  };
  notice_mail: {
    notice: string;
    address: string;
    message_id: string;
    state: Generated<MailState>;
    attempts: Generated<number>;
    next_at: DefaultTime;
    sent_at: OptionalTime;
    last_error: string | null;
  };
}
