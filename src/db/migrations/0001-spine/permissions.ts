/** What was asked, and the licences that came of it. */
export const PERMISSIONS = `
  create table request (
    id             uuid primary key,
    outlet         uuid not null references outlet (id),
    publication    uuid not null references publication (id),
    -- What is asked for: an article, or every one of a publication that a filter lets through.
    article        uuid references article (id),
    feed           jsonb,
    use            jsonb not null,
    state          text not null check (state in ('granted', 'refused', 'pending')),
    reasons        jsonb not null,
    policy_version integer,
    trace          jsonb not null,
    licence        uuid,
    note           text,
    created_at     timestamptz not null default now(),
    decided_at     timestamptz,
    constraint request_subject check ((article is null) = (feed is not null))
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
    article         uuid,
    article_version integer,
    -- A standing licence: the filter that an article of the publication has to pass.
    feed            jsonb,
    -- From when on new articles are placed by themselves: the beginning of the series.
    feed_since      timestamptz,
    state           text not null
      check (state in ('active', 'suspended', 'superseded', 'revoked', 'expired')),
    -- Its place: the list's address and the index on it, as its token says them.
    status_list     text not null,
    status_index    integer not null,
    kid             text not null,
    use             jsonb not null,
    terms_slug      text not null,
    terms_version   integer not null,
    after_expiry    text not null,
    correction      text not null check (correction in ('follow', 'fixed')),
    -- Minutes that its terms give the outlet to say where a text runs, to take it down, to correct it.
    report_within     integer,
    removal_within    integer,
    correction_within integer,
    -- Whether its text may be sent before it may be published.
    advance         boolean not null,
    from_at         timestamptz not null,
    until_at        timestamptz not null,
    -- The embargo that it was made under, to know when that has moved.
    embargo_until   timestamptz,
    -- When a person gave it the time that it has; its beginning is counted from there.
    renewed_at      timestamptz,
    suspended_at    timestamptz,
    suspend_reason  text,
    reinstated_at   timestamptz,
    -- The newest version that its outlet was told of without being given it.
    told_version    integer,
    -- Of a standing licence: the template of each article's footer.
    footer          text not null,
    token           text not null,
    ended_at        timestamptz,
    end_reason      text,
    created_at      timestamptz not null default now(),
    constraint licence_interval check (from_at < until_at),
    constraint licence_subject check ((article is null) = (feed is not null)
      and (article is null) = (article_version is null) and (feed is null) = (feed_since is null)),
    unique (status_list, status_index),
    foreign key (article, article_version) references article_version (article, version),
    foreign key (terms_slug, terms_version) references terms (slug, version)
  );
  create index licence_article_idx on licence (article, outlet);
  create index licence_outlet_idx on licence (outlet, id);
  create index licence_feed_idx on licence (publication, outlet) where feed is not null;
  create index licence_ending on licence (until_at) where state in ('active', 'suspended');

  -- What is to become of a licence at an instant ahead; a row is gone once it is done or taken back.
  create table licence_change (
    licence      uuid not null references licence (id),
    change       text not null check (change in ('suspend', 'reinstate', 'revoke')),
    reason       text not null,
    effective_at timestamptz not null,
    created_at   timestamptz not null default now(),
    primary key (licence, change)
  );
  create index licence_change_due on licence_change (effective_at);
`;
