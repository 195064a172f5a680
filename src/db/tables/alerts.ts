import type { Generated } from 'kysely';
import type { DefaultTime, OptionalTime } from './columns.ts';
import type { MailState } from './notices.ts';

export interface AlertsTables {
  alert: {
    id: string;
    kind: string;
    body: string;
    state: Generated<MailState>;
    attempts: Generated<number>;
    next_at: DefaultTime;
    sent_at: OptionalTime;
    last_error: string | null;
    created_at: DefaultTime;
  };
}
