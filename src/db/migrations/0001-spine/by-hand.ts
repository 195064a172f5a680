/**
 * Changes that nobody told the record of: SQL written by hand on what licences rest on.
 *
 * At the end of a transaction that has named no event (`app.event_id`, set by record_events),
 * each row that it changed gets an event of its own.
 */
export const BY_HAND = `
  -- Without what opens anything; a token, settings and secrets by their hash.
  create function shown_row(given jsonb) returns jsonb language sql immutable as $$
    select (given - array['private_key', 'hash', 'token', 'settings', 'former'])
      || coalesce((select jsonb_object_agg(key,
             'sha256-' || encode(sha256(convert_to(value, 'UTF8')), 'base64'))
           from jsonb_each_text(given) where key in ('token', 'settings', 'former')), '{}')
  $$;

  create function tell_by_hand() returns trigger language plpgsql as $$
  declare
    before jsonb;
    after jsonb;
  begin
    -- Looked at here and not in WHEN, which asks when the row changes and not at the end.
    if coalesce(current_setting('app.event_id', true), '') <> '' then
      return null;
    end if;
    if tg_op <> 'INSERT' then before := shown_row(to_jsonb(old)); end if;
    if tg_op <> 'DELETE' then after := shown_row(to_jsonb(new)); end if;
    perform tell_event(tg_argv[0] || case tg_op when 'INSERT' then '.inserted-by-hand'
        when 'UPDATE' then '.updated-by-hand' else '.deleted-by-hand' end,
      jsonb_build_object('kind', 'database', 'id', session_user),
      jsonb_build_object('kind', tg_argv[0], 'id', coalesce(after, before)->>tg_argv[1]),
      before, after, 'database:' || pg_current_xact_id()::text);
    -- The next row of this transaction has an event of its own.
    perform set_config('app.event_id', '', true);
    return null;
  end $$;

  create function refuse_truncation() returns trigger language plpgsql as $$
  begin
    raise exception 'Rows that go leave a line in the record: truncate on % is refused.',
      tg_table_name;
  end $$;
${[
  watched('licence', 'licence', 'id', ''),
  watched('outlet', 'outlet', 'id', ''),
  // A key is used, a destination is held, without anybody having decided anything.
  watched('api_key', 'key', 'id', 'of hash, role, outlet, publications, expires_at, revoked_at'),
  watched(
    'destination',
    'destination',
    'id',
    'of outlet, channel, format, settings, former, state',
  ),
  watched('signing_key', 'signing-key', 'kid', ''),
  watched('request', 'request', 'id', ''),
].join('')}`;

function watched(table: string, kind: string, id: string, columns: string): string {
  return `
  create constraint trigger ${table}_by_hand after insert or delete or update ${columns}
    on ${table} deferrable initially deferred for each row
    execute function tell_by_hand('${kind}', '${id}');
  create trigger ${table}_kept before truncate on ${table}
    for each statement execute function refuse_truncation();
`;
}
