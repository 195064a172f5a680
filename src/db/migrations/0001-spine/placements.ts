/** What is wanted where, every try, and what the relay has to look at. */
export const PLACEMENTS = `
  -- RFC 9562 section 5.7, for rows that SQL itself makes: a random (version 4) id with the time in
  -- its first 48 bits; setting two bits turns version 4 into 7.
  create function uuid_v7() returns uuid language sql volatile as $$
    select encode(set_bit(set_bit(overlay(
      uuid_send(gen_random_uuid())
      placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3)
      from 1 for 6), 52, 1), 53, 1), 'hex')::uuid
  $$;

  -- Rows that come by the thousand name what their own statement has just read; of that nothing is
  -- ever deleted but a destination, and no key is checked twice.
  create table placement (
    id              uuid primary key default uuid_v7(),
    destination     uuid not null,
    outlet          uuid not null,
    article         uuid not null references article (id),
    licence         uuid not null,
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
    -- From when the terms of a standing licence let this text be used, counted from its publication.
    opens_at        timestamptz not null default '-infinity',
    not_before      timestamptz not null default '-infinity',
    placed_seq      bigint,
    placed_version  integer,
    placed_op       text,
    placed_hash     text,
    placed_at       timestamptz,
    remote_ref      text,
    sent            boolean not null default false,
    -- Back-fill and replay, which keep nobody waiting.
    bulk            boolean not null default false,
    -- When the change that made this wanted state was committed, and by which request.
    raised_at       timestamptz not null default now(),
    raised_by       text,
    attempts        integer not null default 0,
    -- A try of this or an earlier state ended without an answer: it may or may not have arrived.
    outcome_unknown boolean not null default false,
    -- Up to which wanted state somebody or something has said that it is so, when and what.
    confirmed_seq   bigint,
    confirmed_at    timestamptz,
    confirmed_by    text check (confirmed_by in ('answer', 'page', 'receipt', 'link', 'person')),
    -- Looks at the page of a text that was taken back: the next one, how many, and when people were
    -- called.
    verify_at       timestamptz,
    checks          integer not null default 0,
    escalated_at    timestamptz,
    -- Until when the outlet has to confirm what was sent, by its terms; null: nothing is due.
    confirm_until   timestamptz,
    overdue_at      timestamptz,
    -- When this placement is next looked at; null: nothing to do, or given up (dead).
    next_at         timestamptz,
    dead            boolean not null default false,
    last_error      jsonb,
    lease_token     uuid,
    lease_until     timestamptz,
    created_at      timestamptz not null default now(),
    unique (destination, article),
    foreign key (destination, outlet) references destination (id, outlet)
  );
  -- In the order in which they are claimed.
  create index placement_due on placement (destination, urgent desc, bulk, next_at)
    where next_at is not null;
  -- All that may go where nothing else may.
  create index placement_withdrawals on placement (destination, urgent desc, bulk, next_at)
    where next_at is not null and wanted_op = 'withdraw';
  create index placement_leased_idx on placement (destination) where lease_token is not null;
  create index placement_verify_idx on placement (destination, verify_at)
    where verify_at is not null;
  create index placement_confirm_idx on placement (confirm_until)
    where confirm_until is not null and overdue_at is null;
  create index placement_replay_idx on placement (destination) where dead;
  create index placement_overdue_idx on placement (id)
    where confirm_until is not null and overdue_at is not null;
  -- Stories that were taken back and are not known to be gone: looked at again and again, and shown.
  create index placement_not_gone on placement (raised_at)
    where wanted_reason in ('killed', 'withheld') and sent and confirmed_seq is distinct from wanted_seq;
  create index placement_article_idx on placement (article, outlet);
  create index placement_outlet_idx on placement (outlet, id);
  create index placement_withheld_idx on placement (article) where wanted_reason = 'withheld';

  create table attempt (
    id             uuid primary key,
    placement      uuid not null references placement (id),
    destination    uuid not null,
    outlet         uuid not null,
    licence        uuid not null,
    seq            bigint not null,
    version        integer not null,
    operation      text not null,
    started_at     timestamptz not null,
    ended_at       timestamptz not null,
    -- 'deliver', or 'verify': a look at whether a text that was taken back is gone.
    purpose        text not null default 'deliver' check (purpose in ('deliver', 'verify')),
    outcome        text not null,
    -- It ended without an answer after something had left: it may have arrived.
    doubtful       boolean not null default false,
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

  -- A row says "look at this article (at this outlet)", or at all that an outlet has or may have of
  -- a publication; what is wanted is read from the tables.
  create table outbox (
    id         bigint generated always as identity primary key,
    kind       text not null,
    article    uuid,
    publication uuid,
    outlet     uuid,
    request_id text not null,
    taken_until timestamptz not null default '-infinity',
    created_at timestamptz not null default now(),
    constraint outbox_scope check ((article is null) = (publication is not null)
      and (publication is null or outlet is not null))
  );
`;
