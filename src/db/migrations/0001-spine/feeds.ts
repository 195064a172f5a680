/** What a standing licence covers, and from when on: rules over columns, see `feed-covers.ts`. */
export const FEEDS = `
  -- RFC 4647 section 3.3.1: en holds en-GB.
  create function language_among(tag text, ranges jsonb) returns boolean
  language plpgsql immutable parallel safe as $$
  begin
    for i in 0 .. jsonb_array_length(ranges) - 1 loop
      if starts_with(lower(tag) || '-', lower(ranges->>i) || '-') then
        return true;
      end if;
    end loop;
    return false;
  end $$;

  -- Whether an outlet's use of a filter takes in an article, by the article's newest version and by
  -- what the house itself may pass on. In plpgsql, whose simple expressions cost a tenth of what a
  -- query inside of a function costs: one article is held against thousands of licences.
  create function feed_covers(outlet uuid, filter jsonb, since timestamptz, use jsonb,
    rights jsonb, taken_in timestamptz, subjects jsonb, language text, words integer,
    published timestamptz)
  returns boolean language plpgsql immutable parallel safe as $$
  declare
    excluded jsonb := rights->'excludeTerritories';
  begin
    if rights->>'reprint' <> 'allowed' or rights->'excludeOutlets' ? outlet::text then
      return false;
    end if;
    for i in 0 .. jsonb_array_length(excluded) - 1 loop
      if use->'territories' ?| array['world', excluded->>i]
        and not coalesce(use->'excludeTerritories' ? (excluded->>i), false) then
        return false;
      end if;
    end loop;
    if not language_among(language, use->'languages')
      or words < (filter->>'minWords')::numeric or words > (filter->>'maxWords')::numeric then
      return false;
    end if;
    if filter ? 'language' and not language_among(language, filter->'language') then
      return false;
    end if;
    if filter ? 'subject' and not jsonb_path_exists(filter, '$.subject[*] ? (@ == $its[*])',
      jsonb_build_object('its', subjects)) then
      return false;
    end if;
    -- Its age when the licence first could have taken it in, so that no article grows out of a feed.
    return coalesce(extract(epoch from greatest(taken_in, since) - published)
      <= (filter->>'maxAgeHours')::numeric * 3600, true);
  end $$;

  -- The first instant of the next calendar day in a zone. Of an hour that comes twice, the first.
  create function next_day(at timestamptz, zone text) returns timestamptz
  language sql stable parallel safe as $$
    select case when (m.instant - interval '1 hour') at time zone zone >= m.local
      then m.instant - interval '1 hour' else m.instant end
    from (select local, local at time zone zone as instant
      from (select date_trunc('day', at at time zone zone) + interval '1 day' as local) d) m
  $$;

  -- From when a window of terms lets a text be used in these media; null: at once.
  create function window_opens(window_ jsonb, media jsonb, published timestamptz, zone text)
  returns timestamptz language sql stable parallel safe as $$
    select max(case
      when b.begins = '"nextDay"' then next_day(published, zone)
      when jsonb_typeof(b.begins) = 'object' then published
        + make_interval(secs => extract(epoch from (b.begins->>'after')::interval)::float8)
      else (b.begins #>> '{}')::timestamptz end)
    from jsonb_array_elements_text(media) as medium,
      lateral (select coalesce(window_->'byMedium'->medium, window_->'notBefore') as begins) b
  $$;
`;
