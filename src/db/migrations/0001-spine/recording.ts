/** How a line of the record is written, by the service and by the database itself. */
export const RECORDING = `
  -- Writes events in their order: the line, its payload, and that it waits for its leaf. What is
  -- hashed is the payload as it comes, and the columns are read from it, so that they agree. What
  -- an event is about besides its subject is looked up where the caller does not say.
  -- The transaction has then named its event, see by-hand.ts.
  create function record_events(events jsonb) returns void language plpgsql as $$
  declare
    named uuid;
  begin
    with given as (
      select e.payload, e.outlet, e.article, e.licence, p.id, p.at, p.type, p.actor, p.subject,
             p."requestId" as request_id, uuid_send(gen_random_uuid()) as salt
      from jsonb_to_recordset(events) as e (payload text, outlet uuid, article uuid, licence uuid),
           json_to_record(e.payload::json) as p (id uuid, at timestamptz, type text, actor json,
             subject json, "requestId" text)
    ), lines as (
      insert into audit_event (id, at, type, actor_kind, actor_id, subject_kind, subject_id,
        outlet, article, licence, request_id, commitment)
      select id, at, type, actor->>'kind', actor->>'id', subject->>'kind', subject->>'id',
        coalesce(outlet, outlet_of(subject->>'kind', subject->>'id')),
        coalesce(article, article_of(subject->>'kind', subject->>'id')), licence, request_id,
        sha256(salt || convert_to(payload, 'UTF8'))
      from given
    ), payloads as (
      insert into audit_payload (event, salt, payload) select id, salt, payload from given
    ), pending as (
      insert into audit_pending (event) select id from given returning event
    )
    select (array_agg(event))[1] into named from pending;
    perform set_config('app.event_id', named::text, true);
  end $$;

  create function outlet_of(kind text, id text) returns uuid language sql stable as $$
    select case kind
      when 'outlet' then id::uuid
      when 'licence' then (select l.outlet from licence l where l.id = $2::uuid)
      when 'request' then (select r.outlet from request r where r.id = $2::uuid)
      when 'destination' then (select d.outlet from destination d where d.id = $2::uuid)
      when 'placement' then (select p.outlet from placement p where p.id = $2::uuid)
      when 'key' then (select k.outlet from api_key k where k.id = $2::uuid)
    end
  $$;

  create function article_of(kind text, id text) returns uuid language sql stable as $$
    select case kind
      when 'article' then id::uuid
      when 'licence' then (select l.article from licence l where l.id = $2::uuid)
      when 'request' then (select r.article from request r where r.id = $2::uuid)
      when 'placement' then (select p.article from placement p where p.id = $2::uuid)
    end
  $$;

  -- RFC 3339 in UTC, as the service writes it.
  create function written_instant(at timestamptz) returns text language sql stable as $$
    select to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
  $$;

  -- An event that the database tells by itself.
  create function tell_event(type text, actor jsonb, subject jsonb, before jsonb, after jsonb,
    request_id text) returns void language plpgsql as $$
  declare
    known jsonb := coalesce(after, before);
    payload jsonb := jsonb_build_object('id', uuid_v7(), 'type', type, 'actor', actor,
      'subject', subject, 'requestId', request_id, 'at', written_instant(clock_timestamp()));
  begin
    if before is not null then
      payload := payload || jsonb_build_object('before', before);
    end if;
    if after is not null then
      payload := payload || jsonb_build_object('after', after);
    end if;
    perform record_events(jsonb_build_array(jsonb_build_object('payload', payload::text,
      'outlet', known->>'outlet', 'article', known->>'article',
      'licence', case subject->>'kind' when 'licence' then subject->>'id'
        else known->>'licence' end)));
  end $$;

  -- The only way to remove what an event says; that there was one, when, and its leaf stay.
  create function remove_payload(removed uuid, reason text, actor jsonb, request_id text)
  returns void language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if coalesce(trim(reason), '') = '' then
      raise exception 'A payload is removed for a reason.';
    end if;
    perform set_config('app.removed_payload', removed::text, true);
    delete from audit_payload where event = removed;
    if not found then
      raise exception 'There is no payload of the event %.', removed;
    end if;
    perform set_config('app.removed_payload', '', true);
    perform tell_event('event.payload-removed', actor,
      jsonb_build_object('kind', 'event', 'id', removed), null,
      jsonb_build_object('reason', reason), request_id);
  end $$;
`;
