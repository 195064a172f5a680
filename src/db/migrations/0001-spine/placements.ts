/** Where text goes, what is wanted there, every try, and what the relay has to look at. */
export const PLACEMENTS = `
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
    -- Which teasers are shown, see shown-latest.ts; null for none.
    wanted_latest   text,
    -- When the wanted state was first tried: an embargo or a pause before costs it no time.
    tried_at        timestamptz,
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
  create index placement_lease_idx on placement (lease_token) where lease_token is not null;
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
