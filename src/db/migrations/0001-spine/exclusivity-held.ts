/**
 * Refuses, whoever writes, a licence that collides with a live one of another outlet.
 *
 * A successor takes over what its predecessor had; only one that lasts longer can newly collide.
 */
export const EXCLUSIVITY_HELD = `
  create function hold_exclusivity() returns trigger language plpgsql as $$
  declare
    found_one record;
  begin
    -- One order for all, so that two statements about several articles cannot wait in a ring.
    perform lock_exclusivity(article, claimed) from (
      select n.article, bool_or(t.exclusivity is not null) as claimed
      from made n
      join terms t on t.slug = n.terms_slug and t.version = n.terms_version
      left join licence p on p.id = n.prev
      where n.prev is null or n.until_at > p.until_at
      group by n.article order by n.article
    ) articles;

    insert into exclusive_slot (licence, article, outlet, territories, exclude_territories,
      from_at, until_at)
    select n.id, n.article, n.outlet, c.territories, c.exclude_territories, n.from_at, c.claim_until
    from made n
    join terms t on t.slug = n.terms_slug and t.version = n.terms_version
    cross join lateral exclusive_claim(n.use, t.exclusivity, n.from_at, n.until_at) c
    where t.exclusivity is not null;

    -- Most articles are nobody's own, and were not made so just now.
    if not exists (select from made n join exclusive_slot s on s.article = n.article) then
      return null;
    end if;

    select n.id, n.article, way.licence, way.held into found_one
    from made n
    join terms t on t.slug = n.terms_slug and t.version = n.terms_version
    left join licence p on p.id = n.prev
    cross join lateral exclusivity_in_the_way(n.article, n.outlet, n.use, t.exclusivity,
      n.from_at, n.until_at) way
    where n.prev is null or n.until_at > p.until_at
    limit 1;
    if found then
      raise exception 'Licence % of article % collides with licence % of another outlet.',
        found_one.id, found_one.article, found_one.licence
        using errcode = 'exclusion_violation', constraint = 'licence_exclusivity',
          table = 'licence';
    end if;
    return null;
  end $$;

  -- After the row has taken its place, so that each of two that collide sees the other.
  create trigger licence_exclusivity after insert on licence
    referencing new table as made
    for each statement execute function hold_exclusivity();
`;
