/** Finding lines of the record: by what people wrote in them, by who and when. */
export const SEARCH = `
  -- Reasons and notes, in any language: 'simple' knows of no word endings and no stop words. Which
  -- letters are capitals the database's own locale decides.
  -- In plpgsql, which plans it once a session and not once a statement; and of a licence's issue
  -- nothing: that is most of the record, and nobody writes a word in it.
  create function words_of(payload text) returns tsvector language plpgsql immutable as $$
  declare
    said jsonb;
  begin
    if strpos(left(payload, 160), '"type":"licence.issued"') > 0 then
      return null;
    end if;
    said := payload::jsonb->'after';
    return to_tsvector('simple', jsonb_path_query_array(said, '$.reason')
      || jsonb_path_query_array(said, '$.note')
      || jsonb_path_query_array(said, '$.text')
      || jsonb_path_query_array(said, '$.correctionNote')
      || jsonb_path_query_array(said, '$.rights.note')
      || jsonb_path_query_array(said, '$.reasons[*].message'));
  end $$;
  create index audit_payload_words_idx on audit_payload using gin (words_of(payload));

  create index audit_event_type_idx on audit_event (type text_pattern_ops, id);
  create index audit_event_actor_idx on audit_event (actor_id, id);
  -- Lines stand in the table nearly in the order of their times.
  create index audit_event_at_idx on audit_event using brin (at);
`;
