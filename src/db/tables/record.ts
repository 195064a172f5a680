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
    outlet: string | null;
    article: string | null;
    licence: string | null;
    request_id: string;
    commitment: Buffer;
  };
  audit_payload: {
    event: string;
    salt: Buffer;
    /** The event as JSON: the exact text that is hashed. */
    payload: string;
  };
  audit_pending: {
    event: string;
  };
  audit_shard: {
    number: number;
    origin: string;
    reason: string | null;
    succeeds: string | null;
    opened_at: Time;
  };
  audit_leaf: {
    shard: number;
    index: number;
    event: string;
    hash: Buffer;
  };
  audit_subtree: {
    shard: number;
    level: number;
    index: number;
    hash: Buffer;
  };
  audit_checkpoint: {
    shard: number;
    size: number;
    root: Buffer;
    note: string;
    at: Time;
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
