/** Where outlets want text, and how each place fares. */
export const DESTINATIONS = `
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
  create unique index destination_outlet_idx on destination (outlet, id);
  create index destination_former_idx on destination (former_until) where former is not null;
  -- Where an outlet takes text itself.
  create unique index destination_pull on destination (outlet) where channel = 'pull';
`;
