/** Stories and their immutable versions. */
export const ARTICLES = `
  create table article (
    id            uuid primary key,
    publication   uuid not null references publication (id),
    external_id   text,
    version       integer not null,
    state         text not null check (state in ('live', 'withheld', 'killed')),
    embargo_until timestamptz,
    -- Of the newest version, so that finding the latest stories is no sort over the archive.
    published_at  timestamptz not null,
    reading       text not null,
    rights        jsonb not null,
    replaces      uuid references article (id),
    killed_at     timestamptz,
    kill_reason   text,
    kill_note     text,
    withheld_at   timestamptz,
    withhold_reason text,
    withhold_note text,
    created_at    timestamptz not null default now(),
    updated_at    timestamptz not null default now(),
    unique (publication, external_id)
  );
  create index article_publication_idx on article (publication, id);
  create index article_latest_idx on article (publication, reading, published_at desc, id desc)
    where state = 'live';
  create index article_created_idx on article (publication, created_at);
  create index article_updated_idx on article (updated_at);
  create index article_taken_back_idx on article (id) where state <> 'live';

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
    latest_heading  text,
    correction_note text,
    mandatory       boolean not null,
    content_hash    text not null,
    created_at      timestamptz not null default now(),
    primary key (article, version)
  );

  -- The teasers of a version, as they were when it came in.
  create table latest_item (
    article  uuid not null,
    version  integer not null,
    position integer not null,
    listed   uuid not null references article (id),
    headline text not null,
    summary  text,
    url      text not null,
    primary key (article, version, position),
    foreign key (article, version) references article_version (article, version)
  );
  create index latest_item_listed_idx on latest_item (listed);
`;
