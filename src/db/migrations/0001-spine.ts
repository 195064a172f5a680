import { type Kysely, sql } from 'kysely';

/** Everything the main job needs: who, what, the permission, where it goes, and the record of it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [PARTIES, ARTICLES, PERMISSIONS, PLACEMENTS, RECORD]) {
    await sql.raw(statement).execute(db);
  }
}

const PARTIES = `
  create table setting (
    name  text primary key,
    value text not null
  );

  create table publication (
    id               uuid primary key,
    slug             text not null unique,
    name             text not null,
    url              text not null,
    copyright_holder text not null,
    copyright_since  integer not null,
    language         text not null,
    time_zone        text not null,
    footer_template  jsonb,
    latest_block     jsonb,
    contact          text not null,
    created_at       timestamptz not null default now(),
    updated_at       timestamptz not null default now()
  );

  create table policy (
    publication uuid not null references publication (id),
    version     integer not null,
    document    jsonb not null,
    created_at  timestamptz not null default now(),
    primary key (publication, version)
  );

  -- The text is what the hash in every token is over, so it is text and never jsonb.
  create table terms (
    slug       text not null,
    version    integer not null,
    document   text not null,
    integrity  text not null,
    created_at timestamptz not null default now(),
    primary key (slug, version)
  );

  create table outlet (
    id         uuid primary key,
    name       text not null,
    origins    jsonb not null,
    country    text not null,
    class      text,
    tags       jsonb not null,
    contacts   jsonb not null,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
  );

  create table api_key (
    id           uuid primary key,
    name         text not null,
    prefix       text not null,
    hash         bytea not null unique,
    role         text not null check (role in ('admin', 'editor', 'auditor', 'outlet')),
    outlet       uuid references outlet (id),
    publications jsonb,
    expires_at   timestamptz,
    revoked_at   timestamptz,
    created_at   timestamptz not null default now(),
    constraint api_key_outlet check ((role = 'outlet') = (outlet is not null))
  );
  create index api_key_outlet_idx on api_key (outlet, id);

  create table signing_key (
    kid         text primary key,
    purpose     text not null,
    state       text not null,
    public_jwk  jsonb not null,
    private_key text not null,
    created_at  timestamptz not null default now()
  );
  create unique index signing_key_active on signing_key (purpose) where state = 'active';
`;

const ARTICLES = `
  create table article (
    id            uuid primary key,
    publication   uuid not null references publication (id),
    external_id   text,
    version       integer not null,
    state         text not null check (state in ('live', 'killed')),
    embargo_until timestamptz,
    rights        jsonb not null,
    replaces      uuid references article (id),
    killed_at     timestamptz,
    kill_reason   text,
    kill_note     text,
    created_at    timestamptz not null default now(),
    updated_at    timestamptz not null default now(),
    unique (publication, external_id)
  );
  create index article_publication_idx on article (publication, id);

  create table article_version (
    article         uuid not null references article (id),
    version         integer not null,
    headline        text not null,
    byline          text,
    dateline        text,
    summary         text,
    body            text not null,
    intake          text not null,
    integrity       text not null,
    word_count      integer not null,
    language        text not null,
    canonical_url   text not null,
    published_at    timestamptz not null,
    subjects        jsonb not null,
    images          jsonb not null,
    notices         jsonb not null,
    correction_note text,
    mandatory       boolean not null,
    content_hash    text not null,
    created_at      timestamptz not null default now(),
    primary key (article, version)
  );
`;

const PERMISSIONS = `
  create table request (
    id             uuid primary key,
    outlet         uuid not null references outlet (id),
    publication    uuid not null references publication (id),
    article        uuid not null references article (id),
    use            jsonb not null,
    state          text not null check (state in ('granted', 'refused', 'pending')),
    reasons        jsonb not null,
    policy_version integer,
    trace          jsonb not null,
    licence        uuid,
    note           text,
    created_at     timestamptz not null default now(),
    decided_at     timestamptz
  );
  create index request_outlet_idx on request (outlet, id);

  create table licence (
    id              uuid primary key,
    series          uuid not null,
    prev            uuid unique references licence (id),
    successor       uuid,
    request         uuid not null references request (id),
    outlet          uuid not null references outlet (id),
    publication     uuid not null references publication (id),
    article         uuid not null,
    article_version integer not null,
    state           text not null check (state in ('active', 'superseded', 'revoked', 'expired')),
    use             jsonb not null,
    terms_slug      text not null,
    terms_version   integer not null,
    after_expiry    text not null,
    from_at         timestamptz not null,
    until_at        timestamptz not null,
    footer          text not null,
    token           text not null,
    ended_at        timestamptz,
    end_reason      text,
    created_at      timestamptz not null default now(),
    constraint licence_interval check (from_at < until_at),
    foreign key (article, article_version) references article_version (article, version),
    foreign key (terms_slug, terms_version) references terms (slug, version)
  );
  create index licence_article_idx on licence (article, outlet);
  create index licence_outlet_idx on licence (outlet, id);
  create index licence_ending on licence (until_at) where state = 'active';
`;

const PLACEMENTS = `
  -- RFC 9562 section 5.7, for rows that SQL itself makes: a random (version 4) id with the time in
  -- its first 48 bits; setting two bits turns version 4 into 7.
  create function uuid_v7() returns uuid language sql volatile as $$
    select encode(set_bit(set_bit(overlay(
      uuid_send(gen_random_uuid())
      placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3)
      from 1 for 6), 52, 1), 53, 1), 'hex')::uuid
  $$;

  create table destination (
    id         uuid primary key,
    outlet     uuid not null references outlet (id),
    channel    text not null,
    format     text not null,
    settings   jsonb not null,
    -- Rises when what stands at the destination must be rendered or sent anew.
    revision   integer not null default 1,
    state      text not null check (state in ('active', 'paused', 'disabled')),
    state_code text,
    state_note text,
    -- An outlet's own Retry-After holds the whole destination.
    held_until timestamptz not null default '-infinity',
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
  );
  create index destination_outlet_idx on destination (outlet, id);

  create table placement (
    id              uuid primary key default uuid_v7(),
    destination     uuid not null references destination (id),
    outlet          uuid not null references outlet (id),
    article         uuid not null references article (id),
    licence         uuid not null references licence (id),
    wanted_seq      bigint not null default 1,
    wanted_version  integer not null,
    wanted_op       text not null check (wanted_op in ('upsert', 'withdraw')),
    wanted_reason   text,
    wanted_revision integer not null,
    wanted_at       timestamptz not null default now(),
    urgent          boolean not null default false,
    not_before      timestamptz not null default '-infinity',
    placed_seq      bigint,
    placed_version  integer,
    placed_op       text,
    placed_hash     text,
    placed_at       timestamptz,
    remote_ref      text,
    sent            boolean not null default false,
    attempts        integer not null default 0,
    -- When this placement is next looked at; null: nothing to do, or given up (dead).
    next_at         timestamptz,
    dead            boolean not null default false,
    last_error      jsonb,
    lease_token     uuid,
    lease_until     timestamptz,
    created_at      timestamptz not null default now(),
    unique (destination, article)
  );
  create index placement_due on placement (destination, urgent, next_at) where next_at is not null;
  create index placement_due_at on placement (next_at) where next_at is not null;
  create index placement_article_idx on placement (article, outlet);
  create index placement_outlet_idx on placement (outlet, id);

  create table attempt (
    id             uuid primary key,
    placement      uuid not null references placement (id),
    destination    uuid not null references destination (id),
    outlet         uuid not null references outlet (id),
    licence        uuid not null references licence (id),
    seq            bigint not null,
    version        integer not null,
    operation      text not null,
    started_at     timestamptz not null,
    ended_at       timestamptz not null,
    outcome        text not null,
    code           text not null,
    message        text not null,
    status         integer,
    remote_address text,
    excerpt        text,
    footer_hash    text,
    fenced         boolean not null
  );
  create index attempt_placement_idx on attempt (placement, id);
  create index attempt_outlet_idx on attempt (outlet, id);

  -- A row says "look at this article (at this outlet)"; what is wanted is read from the tables.
  create table outbox (
    id         bigint generated always as identity primary key,
    kind       text not null,
    article    uuid not null,
    outlet     uuid,
    request_id text not null,
    taken_until timestamptz not null default '-infinity',
    created_at timestamptz not null default now()
  );
`;

const RECORD = `
  create table audit_event (
    id           uuid primary key,
    at           timestamptz not null,
    type         text not null,
    actor_kind   text not null,
    actor_id     text not null,
    subject_kind text not null,
    subject_id   text not null,
    before       text,
    after        text,
    request_id   text not null
  );
  create index audit_event_subject_idx on audit_event (subject_kind, subject_id, id);

  create function refuse_change() returns trigger language plpgsql as $$
  begin
    raise exception 'The record is append-only: % on % is refused.', tg_op, tg_table_name;
  end $$;
  create trigger audit_event_append_only before update or delete or truncate on audit_event
    for each statement execute function refuse_change();
  create trigger attempt_append_only before update or delete or truncate on attempt
    for each statement execute function refuse_change();

  create table idempotency (
    owner      text not null,
    method     text not null,
    path       text not null,
    key        text not null,
    body_hash  text not null,
    status     integer,
    reply      text,
    created_at timestamptz not null default now(),
    primary key (owner, method, path, key)
  );
  create index idempotency_age on idempotency (created_at);
`;
