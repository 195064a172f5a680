/** What people were told, and the mails that carried it. */
export const NOTICES = `
  create table notice (
    id          uuid primary key,
    kind        text not null,
    outlet      uuid references outlet (id),
    publication uuid references publication (id),
    subject     text not null,
    body        text not null,
    about_kind  text not null,
    about_id    text not null,
    created_at  timestamptz not null default now(),
    constraint notice_reader check (outlet is not null or publication is not null)
  );
  create index notice_outlet_idx on notice (outlet, id);

  create table notice_mail (
    notice      uuid not null references notice (id),
    address     text not null,
    message_id  text not null unique,
    state       text not null default 'waiting' check (state in ('waiting', 'sent', 'failed')),
    attempts    integer not null default 0,
    next_at     timestamptz not null default now(),
    sent_at     timestamptz,
    last_error  text,
    primary key (notice, address)
  );
  create index notice_mail_due on notice_mail (next_at) where state = 'waiting';
`;
