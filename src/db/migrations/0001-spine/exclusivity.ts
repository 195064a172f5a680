/** Where and when an outlet has an article to itself: held by the database, whoever writes. */
export const EXCLUSIVITY = `
  -- A row for each licence under exclusive terms; it counts for as long as its licence lives.
  create table exclusive_slot (
    licence             uuid primary key references licence (id),
    article             uuid not null,
    outlet              uuid not null,
    territories         jsonb not null,
    exclude_territories jsonb not null,
    from_at             timestamptz not null,
    until_at            timestamptz not null
  );
  create index exclusive_slot_article_idx on exclusive_slot (article);

  -- Territories are codes, or the world, perhaps without some codes.
  create function common_territories(a jsonb, a_without jsonb, b jsonb, b_without jsonb)
  returns jsonb language sql immutable as $$
    select case
      when a ? 'world' and b ? 'world' then '["world"]'::jsonb
      else coalesce(
        (select jsonb_agg(code order by code)
         from jsonb_array_elements_text(case when a ? 'world' then b else a end) as code
         where (a ? 'world' or a ? code) and (b ? 'world' or b ? code)
           and not a_without ? code and not b_without ? code),
        '[]')
    end
  $$;

  -- What a licence so used would have to itself under terms that say so. Nothing for other terms.
  create function exclusive_claim(use jsonb, exclusivity jsonb, from_at timestamptz,
    until_at timestamptz)
  returns table (territories jsonb, exclude_territories jsonb, claim_until timestamptz)
  language sql immutable as $$
    select common, case when common ? 'world' then without else '[]' end,
      least(until_at, from_at + make_interval(secs => (exclusivity->>'days')::float8 * 86400))
    from coalesce(use->'excludeTerritories', '[]') as without,
      common_territories(exclusivity->'territories', '[]', use->'territories', without) as common
    where exclusivity is not null and common <> '[]'
  $$;

  -- The live licences of other outlets that one of this article would collide with: first those
  -- that are exclusive, then those that stand in the way of its own exclusivity.
  create function exclusivity_in_the_way(of_article uuid, for_outlet uuid, for_use jsonb,
    exclusivity jsonb, begins timestamptz, ends timestamptz)
  returns table (licence uuid, held boolean, territories jsonb, until_at timestamptz)
  language sql stable as $$
    select s.licence, true, common, s.until_at
    from exclusive_slot s join licence l on l.id = s.licence,
      common_territories(s.territories, s.exclude_territories, for_use->'territories',
        coalesce(for_use->'excludeTerritories', '[]')) as common
    where s.article = of_article and s.outlet <> for_outlet
      and l.state in ('active', 'suspended') and common <> '[]'
      and s.from_at < ends and begins < s.until_at
    union all
    select l.id, false, common, l.until_at
    from exclusive_claim(for_use, exclusivity, begins, ends) c
    join licence l on l.article = of_article and l.outlet <> for_outlet
      and l.state in ('active', 'suspended') and l.from_at < c.claim_until and begins < l.until_at,
      common_territories(c.territories, c.exclude_territories, l.use->'territories',
        coalesce(l.use->'excludeTerritories', '[]')) as common
    where common <> '[]'
  $$;

  -- Whoever claims an article for one outlet waits for all who are licensing it, and they for them.
  create function lock_exclusivity(article uuid, claims boolean) returns void
  language plpgsql as $$
  begin
    if claims then
      perform pg_advisory_xact_lock(hashtext('exclusivity'), hashtext(article::text));
    else
      perform pg_advisory_xact_lock_shared(hashtext('exclusivity'), hashtext(article::text));
    end if;
  end $$;
`;
