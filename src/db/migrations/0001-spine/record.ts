/** The record of every change, and the answers kept for repeated requests. */
export const RECORD = `
  create table audit_event (
    id           uuid primary key,
    at           timestamptz not null,
    type         text not null,
    actor_kind   text not null,
    actor_id     text not null,
    subject_kind text not null,
    subject_id   text not null,
    before       text,
    after        text,
    request_id   text not null
  );
  create index audit_event_subject_idx on audit_event (subject_kind, subject_id, id);

  create function refuse_change() returns trigger language plpgsql as $$
  begin
    raise exception 'The record is append-only: % on % is refused.', tg_op, tg_table_name;
  end $$;
  create trigger audit_event_append_only before update or delete or truncate on audit_event
    for each statement execute function refuse_change();
  create trigger attempt_append_only before update or delete or truncate on attempt
    for each statement execute function refuse_change();

  create table idempotency (
    owner      text not null,
    method     text not null,
    path       text not null,
    key        text not null,
    body_hash  text not null,
    status     integer,
    reply      text,
    created_at timestamptz not null default now(),
    primary key (owner, method, path, key)
  );
  create index idempotency_age on idempotency (created_at);
`;
