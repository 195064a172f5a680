/** Status lists: which there are, which have to be signed again, and all that they ever said. */
export const STATUS = `
  -- Numbers that no two licences share, whoever draws them and whether or not the transaction
  -- commits; a place on a list follows from one. See docs/decisions/0012.
  create sequence status_position minvalue 0 start with 0 cache 32;

  create table status_list (
    uri        text primary key,
    -- No licence on it lasts longer.
    ends_at    timestamptz not null,
    version    integer not null default 0,
    signed_at  timestamptz,
    signed_kid text
  );

  create table status_version (
    list       text not null references status_list (uri),
    version    integer not null,
    issued_at  timestamptz not null,
    expires_at timestamptz not null,
    token      text not null,
    primary key (list, version)
  );
  -- What is compressed already is not tried again.
  alter table status_version alter column token set storage external;
  create trigger status_version_append_only before update or delete or truncate on status_version
    for each statement execute function refuse_change();

  -- A list that no longer says what the licences on it do; gone once it is signed again.
  create table status_change (
    id   bigint generated always as identity primary key,
    list text not null
  );

  create index licence_status_idx on licence (status_list) include (status_index, state)
    where state in ('revoked', 'suspended', 'superseded');

  create function licence_status(state text) returns integer language sql immutable as $$
    select case state when 'revoked' then 1 when 'suspended' then 2 when 'superseded' then 3 else 0 end
  $$;

  -- Triggers, so that changes made by hand are published like any other.
  create function note_new_lists() returns trigger language plpgsql as $$
  begin
    with listed as (
      insert into status_list (uri, ends_at)
      select status_list,
        (date_trunc('month', until_at at time zone 'UTC') + interval '1 month') at time zone 'UTC'
      from made order by 1
      on conflict do nothing
    )
    insert into status_change (list)
    select distinct made.status_list from made join outlet o on o.id = made.outlet
    where licence_status(made.state) <> 0 or o.suspended_at is not null;
    return null;
  end $$;
  create trigger licence_listed after insert on licence referencing new table as made
    for each statement execute function note_new_lists();

  -- While its outlet is suspended, a licence that is active is not valid; one that has expired is.
  create function note_status_change() returns trigger language plpgsql as $$
  begin
    insert into status_change (list)
    select distinct made.status_list from was join made using (id)
    where licence_status(was.state) <> licence_status(made.state)
      or (was.state <> made.state and exists (
        select from outlet o where o.id = made.outlet and o.suspended_at is not null));
    return null;
  end $$;
  create trigger licence_status_changed after update on licence
    referencing old table as was new table as made
    for each statement execute function note_status_change();

  -- The lock waits for licences that are being written: their foreign keys hold the outlet. Those
  -- that come later wait for this, and then see it.
  create function note_outlet_status() returns trigger language plpgsql as $$
  begin
    perform from outlet where id = new.id for update;
    insert into status_change (list)
    select distinct status_list from licence where outlet = new.id and state = 'active';
    return null;
  end $$;
  create trigger outlet_status_changed after update of suspended_at on outlet for each row
    when ((old.suspended_at is null) <> (new.suspended_at is null))
    execute function note_outlet_status();
`;
