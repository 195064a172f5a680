import type { DefaultTime, Time } from './columns.ts';

export interface RecordTables {
  audit_event: {
    id: string;
    at: Time;
    type: string;
    actor_kind: string;
    actor_id: string;
    subject_kind: string;
    subject_id: string;
    before: string | null;
    after: string | null;
    request_id: string;
  };
  idempotency: {
    owner: string;
    method: string;
    path: string;
    key: string;
    body_hash: string;
    status: number | null;
    reply: string | null;
    created_at: DefaultTime;
  };
}
