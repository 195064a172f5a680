import { sql } from 'kysely';
import type { Db } from '../database.ts';
import { PULL } from '../destinations.ts';

/** How many placements an article may have or get, at all outlets together; a rough count. */
export async function weighArticles(
  db: Db,
  articles: readonly string[],
): Promise<Map<string, number>> {
  const { rows } = await sql<{ article: string; weight: number }>`
    with story as (
      select a.id, a.publication from article a where a.id in (
        select value::uuid from jsonb_array_elements_text(${JSON.stringify(articles)}::jsonb))
    ),
    feeds as materialized (
      select l.publication, count(*) as many
      from licence l join destination d on d.outlet = l.outlet and d.channel <> ${PULL}
      where l.feed is not null and l.publication in (select publication from story)
      group by l.publication
    )
    select s.id as article, greatest(
      coalesce(f.many, 0) + (
        select count(*)
        from licence l join destination d on d.outlet = l.outlet and d.channel <> ${PULL}
        where l.article = s.id),
      (select count(*) from placement p where p.article = s.id)) as weight
    from story s left join feeds f on f.publication = s.publication
  `.execute(db);
  return new Map(rows.map(({ article, weight }) => [article, weight]));
}

/** Ids that part the outlets into so many parts of about the same size, the last of each. */
export async function partOutlets(db: Db, parts: number): Promise<string[]> {
  const shares = Array.from({ length: parts - 1 }, (_, i) => (i + 1) / parts);
  const { rows } = await sql<{ id: string }>`
    select distinct unnest(percentile_disc(${sql.lit(`{${shares.join(',')}}`)}::float8[])
      within group (order by id)) as id
    from outlet order by id
  `.execute(db);
  return rows.map(({ id }) => id);
}
