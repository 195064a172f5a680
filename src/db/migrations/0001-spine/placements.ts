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
    -- Rises with every change: what is answered to former settings stops nothing.
    changes    integer not null default 0,
    -- Secrets that hold beside their successors in settings, and until when.
    former       jsonb,
    former_until timestamptz,
    -- When its people were last told of what was given up here.
    dead_told_at timestamptz not null default '-infinity',
    -- A sample is on its way there: no second one before this.
    testing_until timestamptz not null default '-infinity',
    state      text not null check (state in ('active', 'paused', 'disabled')),
    state_code text,
    state_note text,
    -- An outlet's own Retry-After holds the whole destination.
    held_until timestamptz not null default '-infinity',
    -- What its owner lets us do at once, and in a minute; null: the service's own measure.
    concurrency integer check (concurrency > 0),
    per_minute  integer check (per_minute > 0),
    -- When the next send would keep to per_minute (generic cell rate algorithm).
    rate_from   timestamptz not null default '-infinity',
    -- The breaker: failures in a row, how often it opened in a row, until when it is open, how many
    -- sends at once while it is being tried again (null: closed), and the last five minutes' count.
    failures    integer not null default 0,
    opened      integer not null default 0,
    open_until  timestamptz,
    ramp        integer,
    window_from timestamptz not null default '-infinity',
    window_tries    integer not null default 0,
    window_failures integer not null default 0,
    -- Since when nothing but failures came, and how often its people were warned of it.
    failing_since timestamptz,
    warnings      integer not null default 0,
    -- Answers have been slow: until then it is attended to where it keeps nobody waiting.
    slow_until  timestamptz not null default '-infinity',
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
  );
  create index destination_failing_idx on destination (failing_since)
    where failing_since is not null;
  create index destination_outlet_idx on destination (outlet, id);
  -- Where an outlet takes text itself.
  create index destination_former_idx on destination (former_until) where former is not null;
  create unique index destination_pull on destination (outlet) where channel = 'pull';

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
    unique (destination, article)
  );
  -- In the order in which they are claimed.
  create index placement_due on placement (destination, urgent desc, bulk, next_at)
    where next_at is not null;
  -- All that may go where nothing else may.
  create index placement_withdrawals on placement (destination, urgent desc, bulk, next_at)
    where next_at is not null and wanted_op = 'withdraw';
  create index placement_lease_idx on placement (lease_token) where lease_token is not null;
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
    destination    uuid not null references destination (id),
    outlet         uuid not null references outlet (id),
    licence        uuid not null references licence (id),
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

  -- The outlet's word that it has a text, or that it is gone.
  create table receipt (
    id           uuid primary key,
    placement    uuid not null references placement (id),
    outlet       uuid not null references outlet (id),
    article      uuid not null references article (id),
    licence      uuid not null references licence (id),
    seq          bigint not null,
    version      integer not null,
    operation    text not null check (operation in ('upsert', 'withdraw')),
    -- How it came: in a webhook's answer, by the API, by the link of a mail, by a person here.
    source       text not null check (source in ('answer', 'receipt', 'link', 'person')),
    url          text,
    published_at timestamptz,
    note         text,
    created_at   timestamptz not null default now()
  );
  create index receipt_placement_idx on receipt (placement, id);
  create index receipt_outlet_idx on receipt (outlet, id);

  -- Links of mails, by which an outlet's people confirm one state of one placement, once.
  create table confirm_link (
    token_hash bytea primary key,
    placement  uuid not null references placement (id),
    -- The state that it was made for; it confirms a later one too, if that is of the same kind.
    seq        bigint not null,
    version    integer not null,
    operation  text not null check (operation in ('upsert', 'withdraw')),
    created_at timestamptz not null default now(),
    expires_at timestamptz not null,
    used_at    timestamptz
  );
  create index confirm_link_placement_idx on confirm_link (placement);

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
