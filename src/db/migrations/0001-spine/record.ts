/**
 * The record of every change: lines that can be searched, what is hashed of each, the tree over
 * them, and what was signed of the tree. And the answers kept for repeated requests.
 */
export const RECORD = `
  create table audit_event (
    id           uuid primary key,
    at           timestamptz not null,
    type         text not null,
    actor_kind   text not null,
    actor_id     text not null,
    subject_kind text not null,
    subject_id   text not null,
    -- Whom and what else it is about, where that is known.
    outlet       uuid,
    article      uuid,
    licence      uuid,
    request_id   text not null,
    -- SHA-256(salt || payload): what the tree holds of it.
    commitment   bytea not null
  );
  create index audit_event_subject_idx on audit_event (subject_kind, subject_id, id);
  create index audit_event_outlet_idx on audit_event (outlet, id) where outlet is not null;
  create index audit_event_article_idx on audit_event (article, id) where article is not null;
  create index audit_event_licence_idx on audit_event (licence, id) where licence is not null;

  -- The whole event as the exact text that is hashed. It can be removed, see remove_payload.
  create table audit_payload (
    event   uuid primary key references audit_event (id),
    salt    bytea not null,
    payload text not null
  ) with (toast_tuple_target = 8160);
  -- Most fit into a page as they are; compressing each would cost more than writing it.
  alter table audit_payload alter column payload set storage external;

  -- Events without a leaf. Never "newer than the last leaf": ids are made before transactions
  -- commit, so one that commits late would be skipped for ever.
  create table audit_pending (
    event uuid primary key
  );

  -- A tree of its own, with a name of its own; a second one only after a restore has lost leaves.
  create table audit_shard (
    number    integer primary key,
    origin    text not null unique,
    -- Why it was opened, and the last that was signed of the one before.
    reason    text,
    succeeds  text,
    opened_at timestamptz not null
  );

  create table audit_leaf (
    shard integer not null references audit_shard (number),
    index bigint not null,
    event uuid not null unique references audit_event (id),
    hash  bytea not null,
    primary key (shard, index)
  );

  -- Roots over 256^level leaves, as soon as all of them are there: with the leaves, all that tiles
  -- and proofs are made of.
  create table audit_subtree (
    shard integer not null references audit_shard (number),
    level integer not null check (level > 0),
    index bigint not null,
    hash  bytea not null,
    primary key (shard, level, index)
  );

  create table audit_checkpoint (
    shard integer not null references audit_shard (number),
    size  bigint not null,
    root  bytea not null,
    -- The signed note, which says the time too.
    note  text not null,
    at    timestamptz not null,
    primary key (shard, size)
  );

  create function refuse_change() returns trigger language plpgsql as $$
  begin
    raise exception 'The record is append-only: % on % is refused.', tg_op, tg_table_name;
  end $$;
  create trigger attempt_append_only before update or delete or truncate on attempt
    for each statement execute function refuse_change();
  create trigger audit_event_append_only before update or delete or truncate on audit_event
    for each statement execute function refuse_change();
  create trigger audit_shard_append_only before update or delete or truncate on audit_shard
    for each statement execute function refuse_change();
  create trigger audit_leaf_append_only before update or delete or truncate on audit_leaf
    for each statement execute function refuse_change();
  create trigger audit_subtree_append_only before update or delete or truncate on audit_subtree
    for each statement execute function refuse_change();
  create trigger audit_checkpoint_append_only before update or delete or truncate
    on audit_checkpoint for each statement execute function refuse_change();
  create trigger audit_payload_append_only before update or truncate on audit_payload
    for each statement execute function refuse_change();
  create trigger audit_payload_kept before delete on audit_payload for each row
    when (old.event::text is distinct from current_setting('app.removed_payload', true))
    execute function refuse_change();

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
