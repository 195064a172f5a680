/** What outlets say of their copies, and the links by which their people do. */
export const RECEIPTS = `
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
`;
