/** Finding lines of the record: by what people wrote in them, by who and when. */
export const SEARCH = `
  -- Reasons and notes, in any language: 'simple' knows of no word endings and no stop words. Which
  -- letters are capitals the database's own locale decides.
  create function words_of(payload text) returns tsvector language sql immutable as $$
    select to_tsvector('simple', jsonb_path_query_array(said.after, '$.reason')
      || jsonb_path_query_array(said.after, '$.note')
      || jsonb_path_query_array(said.after, '$.text')
      || jsonb_path_query_array(said.after, '$.correctionNote')
      || jsonb_path_query_array(said.after, '$.rights.note')
      || jsonb_path_query_array(said.after, '$.reasons[*].message'))
    from (select payload::jsonb->'after' as after) said
  $$;
  create index audit_payload_words_idx on audit_payload using gin (words_of(payload));

  create index audit_event_type_idx on audit_event (type text_pattern_ops, id);
  create index audit_event_actor_idx on audit_event (actor_id, id);
  -- Lines stand in the table nearly in the order of their times.
  create index audit_event_at_idx on audit_event using brin (at);
`;
