import { type Selectable, sql } from 'kysely';
import type { Db } from './database.ts';
import type { Tables } from './schema.ts';

/** What a publication called itself and put under its texts for some time. */
export type WordingRow = Selectable<Tables['wording']>;

/**
 * Keeps the wording that a publication has now as its next version, unless it is the newest one
 * already. Call it with the publication locked.
 */
export async function keepWording(tx: Db, publication: string, now: number): Promise<void> {
  await sql`
    insert into wording (publication, version, name, copyright_holder, footer_template,
                         latest_heading, created_at)
    select p.id, coalesce(w.version, 0) + 1, p.name, p.copyright_holder, p.footer_template,
           heading.now, ${new Date(now)}
    from publication p
    cross join lateral (select nullif(p.latest_block -> 'heading', 'null')) as heading (now)
    left join lateral (
      select * from wording where publication = p.id order by version desc limit 1
    ) as w on true
    where p.id = ${publication} and (w.version is null
      or (w.name, w.copyright_holder, w.footer_template, w.latest_heading)
        is distinct from (p.name, p.copyright_holder, p.footer_template, heading.now))
  `.execute(tx);
}

/** Newest first, from below the version `after`. */
export async function listWordings(
  db: Db,
  publication: string,
  { after, limit }: { after?: number | undefined; limit: number },
): Promise<WordingRow[]> {
  let query = db.selectFrom('wording').selectAll().where('publication', '=', publication);
  if (after !== undefined) query = query.where('version', '<', after);
  return query.orderBy('version', 'desc').limit(limit).execute();
}
