import type { Generated } from 'kysely';
import type {
  CodedMessage,
  DefaultTime,
  Json,
  OptionalJson,
  OptionalTime,
  Time,
} from './columns.ts';

export type DestinationState = 'active' | 'paused' | 'disabled';
export type Operation = 'upsert' | 'withdraw';
export type WithdrawalReason = 'killed' | 'revoked' | 'suspended' | 'expired';

export interface DeliveryTables {
  destination: {
    id: string;
    outlet: string;
    channel: string;
    format: string;
    settings: Json<Record<string, unknown>>;
    revision: Generated<number>;
    state: DestinationState;
    state_code: string | null;
    state_note: string | null;
    held_until: DefaultTime;
    created_at: DefaultTime;
    updated_at: DefaultTime;
  };
  placement: {
    id: Generated<string>;
    destination: string;
    outlet: string;
    article: string;
    licence: string;
    wanted_seq: Generated<number>;
    wanted_version: number;
    wanted_op: Operation;
    wanted_reason: WithdrawalReason | null;
    wanted_revision: number;
    wanted_latest: string | null;
    tried_at: OptionalTime;
    urgent: Generated<boolean>;
    not_before: DefaultTime;
    placed_seq: number | null;
    placed_version: number | null;
    placed_op: Operation | null;
    placed_hash: string | null;
    placed_at: OptionalTime;
    remote_ref: string | null;
    sent: Generated<boolean>;
    attempts: Generated<number>;
    next_at: OptionalTime;
    dead: Generated<boolean>;
    last_error: OptionalJson<CodedMessage>;
    lease_token: string | null;
    lease_until: OptionalTime;
    created_at: DefaultTime;
  };
  attempt: {
    id: string;
    placement: string;
    destination: string;
    outlet: string;
    licence: string;
    seq: number;
    version: number;
    operation: Operation;
    started_at: Time;
    ended_at: Time;
    outcome: string;
    code: string;
    message: string;
    status: number | null;
    remote_address: string | null;
    excerpt: string | null;
    footer_hash: string | null;
    fenced: boolean;
  };
  outbox: {
    id: Generated<number>;
    kind: string;
    article: string;
    outlet: string | null;
    request_id: string;
    taken_until: DefaultTime;
    created_at: DefaultTime;
  };
}
