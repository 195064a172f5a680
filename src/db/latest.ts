import { sql } from 'kysely';
import type { Db } from './database.ts';
import type { Scope } from './outbox.ts';

/** Which stories a version lists: the newest of its publication that its readers can read. */
export interface LatestWish {
  article: string;
  version: number;
  publication: string;
  /** See `readingOf`. */
  reading: string;
  /** A story that this one stands in for is not news beside it. */
  replaces: string | null;
  count: number;
}

/**
 * Keeps with a version what its latest block says, as the listed stories are now: live, published,
 * not under embargo.
 */
export async function freezeLatest(tx: Db, wish: LatestWish): Promise<void> {
  const { article, version, publication, reading, replaces, count } = wish;
  if (count === 0) return;
  await sql`
    insert into latest_item (article, version, position, listed, headline, summary, url)
    select ${article}, ${version}, row_number() over (order by a.published_at desc, a.id desc),
      a.id, v.headline, v.summary, v.canonical_url
    from (
      select id, version, published_at from article
      where publication = ${publication} and reading = ${reading} and state = 'live'
        and published_at <= now() and (embargo_until is null or embargo_until <= now())
        and id <> ${article} and id is distinct from ${replaces}::uuid
      order by published_at desc, id desc limit ${count}
    ) a
    join article_version v on v.article = a.id and v.version = a.version
  `.execute(tx);
}

/** One teaser of a latest block. */
export interface LatestItem {
  headline: string;
  summary: string | null;
  url: string;
}

/** The teasers of a version whose stories are live at this moment, in their order. */
export async function readLatest(db: Db, article: string, version: number): Promise<LatestItem[]> {
  return db
    .selectFrom('latest_item as i')
    .innerJoin('article as o', 'o.id', 'i.listed')
    .select(['i.headline', 'i.summary', 'i.url'])
    .where('i.article', '=', article)
    .where('i.version', '=', version)
    .where('o.state', '=', 'live')
    .orderBy('i.position')
    .execute();
}

/** The stories whose newest version lists one of these, each with all its outlets. */
export async function listingAny(db: Db, listed: readonly string[]): Promise<Scope[]> {
  if (listed.length === 0) return [];
  const { rows } = await sql<Scope>`
    select distinct i.article, null as outlet
    from latest_item i join article a on a.id = i.article and a.version = i.version
    where i.listed in (select value::uuid from jsonb_array_elements_text(
      ${JSON.stringify(listed)}::jsonb))
  `.execute(db);
  return rows;
}
