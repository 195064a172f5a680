import type { ColumnType, Generated } from 'kysely';
import type { Instant } from '../domain/instant.ts';

/** `timestamptz`: read as epoch milliseconds, written as a Date. */
type Time = ColumnType<Instant, Date, Date>;
type OptionalTime = ColumnType<Instant | null, Date | null | undefined, Date | null>;
type DefaultTime = ColumnType<Instant, Date | undefined, Date>;
/** `jsonb`: read as a value, written as JSON text, so that pg and PGlite agree on arrays. */
type Json<T> = ColumnType<T, string, string>;
type OptionalJson<T> = ColumnType<T | null, string | null | undefined, string | null>;

export type Role = 'admin' | 'editor' | 'auditor' | 'outlet';
export type LicenceState = 'active' | 'superseded' | 'revoked' | 'expired';
export type DestinationState = 'active' | 'paused' | 'disabled';
export type Operation = 'upsert' | 'withdraw';
export type WithdrawalReason = 'killed' | 'revoked' | 'expired';

export interface CodedMessage {
  code: string;
  message: string;
}

export interface ArticleRights {
  reprint: 'allowed' | 'refer' | 'none';
  excludeOutlets: string[];
  excludeTerritories: string[];
  note: string | null;
}

export interface ArticleImage {
  url: string;
  caption: string | null;
  credit: string | null;
  alt: string | null;
  reuse: 'yes' | 'withStory' | 'ask' | 'no';
}

export interface Contact {
  email: string;
  name: string | null;
}

export interface Tables {
  setting: { name: string; value: string };
  publication: {
    id: string;
    slug: string;
    name: string;
    url: string;
    copyright_holder: string;
    copyright_since: number;
    language: string;
    time_zone: string;
    footer_template: OptionalJson<string | Record<string, string>>;
    latest_block: OptionalJson<{ count: number }>;
    contact: string;
    created_at: DefaultTime;
    updated_at: DefaultTime;
  };
  policy: {
    publication: string;
    version: number;
    document: Json<unknown>;
    created_at: DefaultTime;
  };
  terms: {
    slug: string;
    version: number;
    document: string;
    integrity: string;
    created_at: DefaultTime;
  };
  outlet: {
    id: string;
    name: string;
    origins: Json<string[]>;
    country: string;
    class: string | null;
    tags: Json<string[]>;
    contacts: Json<Contact[]>;
    created_at: DefaultTime;
    updated_at: DefaultTime;
  };
  api_key: {
    id: string;
    name: string;
    prefix: string;
    hash: Buffer;
    role: Role;
    outlet: string | null;
    publications: OptionalJson<string[]>;
    expires_at: OptionalTime;
    revoked_at: OptionalTime;
    created_at: DefaultTime;
  };
  signing_key: {
    kid: string;
    purpose: string;
    state: string;
    public_jwk: Json<Record<string, unknown>>;
    private_key: string;
    created_at: DefaultTime;
  };
  article: {
    id: string;
    publication: string;
    external_id: string | null;
    version: number;
    state: 'live' | 'killed';
    embargo_until: OptionalTime;
    rights: Json<ArticleRights>;
    replaces: string | null;
    killed_at: OptionalTime;
    kill_reason: string | null;
    kill_note: string | null;
    created_at: DefaultTime;
    updated_at: DefaultTime;
  };
  article_version: {
    article: string;
    version: number;
    headline: string;
    byline: string | null;
    dateline: string | null;
    summary: string | null;
    body: string;
    intake: string;
    integrity: string;
    word_count: number;
    language: string;
    canonical_url: string;
    published_at: Time;
    subjects: Json<string[]>;
    images: Json<ArticleImage[]>;
    notices: Json<CodedMessage[]>;
    correction_note: string | null;
    mandatory: boolean;
    content_hash: string;
    created_at: DefaultTime;
  };
  request: {
    id: string;
    outlet: string;
    publication: string;
    article: string;
    use: Json<unknown>;
    state: 'granted' | 'refused' | 'pending';
    reasons: Json<CodedMessage[]>;
    policy_version: number | null;
    trace: Json<unknown>;
    licence: string | null;
    note: string | null;
    created_at: DefaultTime;
    decided_at: OptionalTime;
  };
  licence: {
    id: string;
    series: string;
    prev: string | null;
    successor: string | null;
    request: string;
    outlet: string;
    publication: string;
    article: string;
    article_version: number;
    state: LicenceState;
    use: Json<unknown>;
    terms_slug: string;
    terms_version: number;
    after_expiry: 'remove' | 'keepPublished';
    from_at: Time;
    until_at: Time;
    footer: string;
    token: string;
    ended_at: OptionalTime;
    end_reason: string | null;
    created_at: DefaultTime;
  };
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
    wanted_at: DefaultTime;
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
