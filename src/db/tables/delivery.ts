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
export type WithdrawalReason = 'killed' | 'withheld' | 'revoked' | 'suspended' | 'expired';
/** What says that a placement is as it is wanted; see `ConfirmedBy` in the table of placements. */
export type ConfirmedBy = 'answer' | 'page' | 'receipt' | 'link' | 'person';
export type ReceiptSource = 'answer' | 'receipt' | 'link' | 'person';

export interface DeliveryTables {
  destination: {
    id: string;
    outlet: string;
    channel: string;
    format: string;
    settings: Json<Record<string, unknown>>;
    revision: Generated<number>;
    changes: Generated<number>;
    /** Secrets, sealed. */
    former: OptionalJson<Record<string, unknown>>;
    former_until: OptionalTime;
    dead_told_at: DefaultTime;
    testing_until: DefaultTime;
    state: DestinationState;
    state_code: string | null;
    state_note: string | null;
    held_until: DefaultTime;
    concurrency: number | null;
    per_minute: number | null;
    rate_from: DefaultTime;
    failures: Generated<number>;
    opened: Generated<number>;
    open_until: OptionalTime;
    ramp: number | null;
    window_from: DefaultTime;
    window_tries: Generated<number>;
    window_failures: Generated<number>;
    failing_since: OptionalTime;
    warnings: Generated<number>;
    slow_until: DefaultTime;
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
    opens_at: DefaultTime;
    not_before: DefaultTime;
    placed_seq: number | null;
    placed_version: number | null;
    placed_op: Operation | null;
    placed_hash: string | null;
    placed_at: OptionalTime;
    remote_ref: string | null;
    sent: Generated<boolean>;
    bulk: Generated<boolean>;
    raised_at: DefaultTime;
    raised_by: string | null;
    attempts: Generated<number>;
    outcome_unknown: Generated<boolean>;
    confirmed_seq: number | null;
    confirmed_at: OptionalTime;
    confirmed_by: ConfirmedBy | null;
    verify_at: OptionalTime;
    checks: Generated<number>;
    escalated_at: OptionalTime;
    confirm_until: OptionalTime;
    overdue_at: OptionalTime;
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
    purpose: Generated<'deliver' | 'verify'>;
    outcome: string;
    doubtful: Generated<boolean>;
    code: string;
    message: string;
    status: number | null;
    remote_address: string | null;
    excerpt: string | null;
    footer_hash: string | null;
    fenced: boolean;
  };
  receipt: {
    id: string;
    placement: string;
    outlet: string;
    article: string;
    licence: string;
    seq: number;
    version: number;
    operation: Operation;
    source: ReceiptSource;
    url: string | null;
    published_at: OptionalTime;
    note: string | null;
    created_at: DefaultTime;
  };
  confirm_link: {
    token_hash: Buffer;
    placement: string;
    seq: number;
    version: number;
    operation: Operation;
    created_at: DefaultTime;
    expires_at: Time;
    used_at: OptionalTime;
  };
  outbox: {
    id: Generated<number>;
    kind: string;
    /** An article, or a publication: all of its articles that the outlet has or may have. */
    article: string | null;
    publication: string | null;
    outlet: string | null;
    request_id: string;
    taken_until: DefaultTime;
    created_at: DefaultTime;
  };
}
