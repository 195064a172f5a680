import { type Selectable, sql } from 'kysely';
import type { Instant } from '../domain/instant.ts';
import type { Db } from './database.ts';
import type { Tables } from './schema.ts';

/** A version of a publication's policy; the document as it was kept. */
export type PolicyVersion = Pick<
  Selectable<Tables['policy']>,
  'version' | 'document' | 'created_at'
>;

const versions = (db: Db, publication: string) =>
  db
    .selectFrom('policy')
    .select(['version', 'document', 'created_at'])
    .where('publication', '=', publication)
    .orderBy('version', 'desc');

export async function findNewest(db: Db, publication: string): Promise<PolicyVersion | undefined> {
  return versions(db, publication).limit(1).executeTakeFirst();
}

export async function find(
  db: Db,
  publication: string,
  version: number,
): Promise<PolicyVersion | undefined> {
  return versions(db, publication).where('version', '=', version).executeTakeFirst();
}

/** Newest first, from below the version `after`. */
export async function list(
  db: Db,
  publication: string,
  window: { after?: number | undefined; limit: number },
): Promise<PolicyVersion[]> {
  const query = versions(db, publication).limit(window.limit);
  return (window.after === undefined ? query : query.where('version', '<', window.after)).execute();
}

export async function add(
  tx: Db,
  row: { publication: string; version: number; document: unknown; at: Instant },
): Promise<void> {
  const { publication, version, document, at } = row;
  await tx
    .insertInto('policy')
    .values({ publication, version, document: JSON.stringify(document), created_at: new Date(at) })
    .execute();
}

/** How many licences a publication granted to each outlet in each month of its own calendar. */
export async function countGranted(
  db: Db,
  {
    publication,
    timeZone,
    except,
    since,
  }: {
    publication: string;
    timeZone: string;
    /** Requests whose licences do not count. */
    except: readonly string[];
    since: Instant;
  },
): Promise<{ outlet: string; month: string; granted: number }[]> {
  const left = JSON.stringify(except);
  const { rows } = await sql<{ outlet: string; month: string; granted: number }>`
    select outlet, to_char(created_at at time zone ${timeZone}, 'YYYY-MM') as month,
      count(*)::integer as granted
    from licence
    where publication = ${publication} and prev is null
      and created_at > ${new Date(since)}::timestamptz - interval '32 days'
      and request not in (select value::uuid from jsonb_array_elements_text(${left}::jsonb))
    group by 1, 2
  `.execute(db);
  return rows;
}
