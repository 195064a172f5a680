/** What an outlet and the house say to one another while a request waits. */
export const CONVERSATIONS = `
  create table request_message (
    id            uuid primary key,
    request       uuid not null references request (id),
    side          text not null check (side in ('outlet', 'house')),
    text          text,
    -- What the outlet asks for from here on.
    use           jsonb,
    -- The terms that the house offers, and for which use.
    terms_slug    text,
    terms_version integer,
    offered_use   jsonb,
    -- The offer that the outlet accepts or declines with this.
    answers       uuid references request_message (id),
    accepts       boolean,
    created_at    timestamptz not null,
    constraint request_message_says_something check (text is not null or use is not null
      or terms_slug is not null or answers is not null),
    constraint request_message_offer check ((terms_slug is null) = (offered_use is null)
      and (terms_slug is null) = (terms_version is null)),
    constraint request_message_answer check ((answers is null) = (accepts is null)),
    foreign key (terms_slug, terms_version) references terms (slug, version)
  );
  create index request_message_request_idx on request_message (request, id);
`;
