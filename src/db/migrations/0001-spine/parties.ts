/** Who takes part: publications with their rules, terms, outlets, keys. */
export const PARTIES = `
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

  -- What a publication ever called itself and put under its texts, so that its own lines are known
  -- again when they come back with one; a row for every change of one of them.
  create table wording (
    publication      uuid not null references publication (id),
    version          integer not null,
    name             text not null,
    copyright_holder text not null,
    footer_template  jsonb,
    latest_heading   jsonb,
    created_at       timestamptz not null,
    primary key (publication, version)
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
    -- What the database itself holds licences to, see exclusivity.ts.
    exclusivity jsonb generated always as (nullif(document::jsonb->'exclusivity', 'null')) stored,
    primary key (slug, version)
  );

  create table outlet (
    id             uuid primary key,
    name           text not null,
    origins        jsonb not null,
    country        text not null,
    class          text,
    tags           jsonb not null,
    contacts       jsonb not null,
    suspended_at   timestamptz,
    suspend_reason text,
    reinstated_at  timestamptz,
    created_at     timestamptz not null default now(),
    updated_at     timestamptz not null default now()
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
    kid               text primary key,
    purpose           text not null check (purpose in ('licence', 'log')),
    state             text not null
      check (state in ('pending', 'active', 'retired', 'archived', 'compromised')),
    public_jwk        jsonb not null,
    -- Sealed; gone for good once nothing is to be signed with it.
    private_key       text,
    published_at      timestamptz not null,
    -- From when on a pending key may take over.
    activates_at      timestamptz not null,
    activated_at      timestamptz,
    retired_at        timestamptz,
    archived_at       timestamptz,
    compromised_at    timestamptz,
    compromise_reason text,
    -- The last instant at which something that it signed ends, known once it has retired.
    last_exp          timestamptz,
    constraint signing_key_private
      check ((private_key is null) = (state in ('archived', 'compromised')))
  );
  create unique index signing_key_active on signing_key (purpose) where state = 'active';
  create unique index signing_key_pending on signing_key (purpose) where state = 'pending';
`;
