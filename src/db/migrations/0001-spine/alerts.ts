/** What the operator's own system is told, by a signed webhook. */
export const ALERTS = `
  create table alert (
    id          uuid primary key,
    kind        text not null,
    -- Exactly what is sent, so that every try is signed over the same bytes.
    body        text not null,
    state       text not null default 'waiting' check (state in ('waiting', 'sent', 'failed')),
    attempts    integer not null default 0,
    next_at     timestamptz not null default now(),
    sent_at     timestamptz,
    last_error  text,
    created_at  timestamptz not null default now()
  );
  create index alert_due on alert (next_at) where state = 'waiting';
`;
