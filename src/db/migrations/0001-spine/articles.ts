/** Stories and their immutable versions. */
export const ARTICLES = `
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
