import { sql } from 'kysely';
import type { Standing } from '../domain/bounds.ts';
import type { Instant } from '../domain/instant.ts';
import type { UseDocument } from '../domain/use.ts';
import type { Db } from './database.ts';

/** A licence that may be issued, as far as it is counted or held against others. */
export interface Prospect {
  outlet: string;
  publication: string;
  /** Null: a feed, which nobody has to himself. */
  article: string | null;
  use: UseDocument;
  exclusivity: { territories: readonly string[]; days: number } | null;
}

/** Whose clock and calendar count. */
export interface Calendar {
  now: Instant;
  /** See `calendarMonth`. */
  month: string;
  timeZone: string;
}

/**
 * Until this transaction ends, makes others wait who grant the same outlet a licence of the same
 * publication, or give somebody the article to themselves. Who does the latter waits for all who
 * license the article.
 */
export async function lockBounds(
  tx: Db,
  wanted: Pick<Prospect, 'outlet' | 'publication' | 'article' | 'exclusivity'>,
): Promise<void> {
  const { outlet, publication, article, exclusivity } = wanted;
  await sql`
    select pg_advisory_xact_lock(hashtext('bounds'), hashtext(${`${outlet} ${publication}`})),
      case when ${article}::uuid is not null
        then lock_exclusivity(${article}::uuid, ${exclusivity !== null}) end
  `.execute(tx);
}

/** What the record holds now; it stays so for as long as the bounds are locked. */
export async function findStanding(
  db: Db,
  prospect: Prospect,
  { now, month, timeZone }: Calendar,
): Promise<Standing> {
  const { outlet, publication, article, use } = prospect;
  const exclusivity = prospect.exclusivity && JSON.stringify(prospect.exclusivity);
  const at = new Date(now);
  const { rows } = await sql<Omit<Standing, 'month'>>`
    select
      (select count(*)::integer from licence
       where outlet = ${outlet} and publication = ${publication} and prev is null
         and created_at > ${at}::timestamptz - interval '32 days'
         and to_char(created_at at time zone ${timeZone}, 'YYYY-MM') = ${month}) as granted,
      (select count(*)::integer from licence
       where outlet = ${outlet} and publication = ${publication}
         and state in ('active', 'suspended') and until_at > ${at}) as live,
      (select coalesce(jsonb_agg(jsonb_build_object('licence', licence, 'held', held,
         'territories', territories, 'until', (extract(epoch from until_at) * 1000)::bigint)
         order by held desc, licence), '[]')
       from exclusivity_in_the_way(${article}, ${outlet}, ${JSON.stringify(use)}::jsonb,
         ${exclusivity}::jsonb, ${use.from}::timestamptz, ${use.until}::timestamptz)
       where until_at > ${at}) as collisions
  `.execute(db);
  const [found] = rows;
  if (!found) throw new Error('a select without a from gives one row');
  return { ...found, month };
}

/** Whether the database refused a licence because another outlet's is in its way. */
export function isCollision(error: unknown): boolean {
  const { code, constraint } = Object(error) as Record<string, unknown>;
  return code === '23P01' && constraint === 'licence_exclusivity';
}
