import { type Selectable, sql } from 'kysely';
import type { Instant } from '../domain/instant.ts';
import { STATUS, type StatusEntry } from '../domain/licence-status.ts';
import type { Db, Tx } from './database.ts';
import type { Tables } from './schema.ts';

export type StatusList = Selectable<Tables['status_list']>;

/** What a list said from an instant on, signed. */
export type StatusVersion = Selectable<Tables['status_version']>;

/**
 * Lists to be signed: those that licences have changed on, new ones, those whose signature has
 * grown old while licences on them can still be shown, and those signed by a key that has been
 * compromised since.
 *
 * @param by.kid of the key that would sign them now
 * @param by.oldBefore signatures of before then are old
 * @param by.endedBefore lists that ended before then are left as they are
 */
export async function findDueLists(
  db: Db,
  by: { kid: string; oldBefore: Instant; endedBefore: Instant },
): Promise<string[]> {
  const { rows } = await sql<{ uri: string }>`
    /* status.due */
    select uri from status_list l
    where signed_at is null
      or exists (select from status_change c where c.list = l.uri)
      or (ends_at > ${new Date(by.endedBefore)}
        and (signed_at <= ${new Date(by.oldBefore)}
          or exists (select from signing_key k
            where k.kid = l.signed_kid and k.state = 'compromised' and k.kid <> ${by.kid})))
    order by uri
  `.execute(db);
  return rows.map((row) => row.uri);
}

const lists = (db: Db) => db.selectFrom('status_list').selectAll();

/** Takes a list to sign it; undefined while another process does. */
export async function lockList(tx: Tx, uri: string): Promise<StatusList | undefined> {
  return lists(tx).where('uri', '=', uri).forUpdate().skipLocked().executeTakeFirst();
}

/** Takes a list to sign it, once nobody else does. */
export async function awaitList(tx: Tx, uri: string): Promise<StatusList> {
  return lists(tx).where('uri', '=', uri).forUpdate().executeTakeFirstOrThrow();
}

/**
 * Takes off what was noted of changes. Read the entries afterwards, so that they hold at least the
 * changes taken off here.
 */
export async function takeChanges(tx: Tx, uri: string): Promise<void> {
  await tx.deleteFrom('status_change').where('list', '=', uri).execute();
}

/**
 * What the licences on a list are, where it is not valid: revoked before all else, suspended also
 * through the outlet.
 */
export async function readEntries(db: Db, uri: string): Promise<StatusEntry[]> {
  const { rows } = await sql<{ state: keyof typeof STATUS; places: Uint8Array }>`
    /* status.entries */
    select state, string_agg(int4send(place), ''::bytea) as places
    from (
      select state, status_index as place
      from licence
      where status_list = ${uri} and state in ('revoked', 'suspended', 'superseded')
      union all
      select 'suspended', l.status_index
      from outlet o join licence l on l.outlet = o.id
      where o.suspended_at is not null and l.status_list = ${uri} and l.state = 'active'
    ) entry
    group by state
  `.execute(db);
  return rows.flatMap(({ state, places }) => placesIn(places).map((at) => [at, STATUS[state]]));
}

/** As one value for each status: a row for each licence would take longer to read than to sign. */
function placesIn(bytes: Uint8Array): number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: bytes.byteLength / 4 }, (_, i) => view.getInt32(4 * i));
}

/** Keeps a newly signed version beside all former ones. */
export async function keepVersion(
  tx: Tx,
  {
    kid,
    ...signed
  }: { kid: string } & Record<'list' | 'token', string> & {
      version: number;
      issuedAt: Instant;
      expiresAt: Instant;
    },
): Promise<void> {
  const { list, version, token } = signed;
  const issued_at = new Date(signed.issuedAt);
  await tx
    .insertInto('status_version')
    .values({ list, version, token, issued_at, expires_at: new Date(signed.expiresAt) })
    .execute();
  await tx
    .updateTable('status_list')
    .set({ version, signed_at: issued_at, signed_kid: kid })
    .where('uri', '=', list)
    .execute();
}

/** @param uris where the list may have been promised, as `PUBLIC_URL` was over time */
export async function findList(db: Db, uris: readonly string[]): Promise<StatusList | undefined> {
  return lists(db).where('uri', 'in', uris).executeTakeFirst();
}

/** The newest version, or the one that was the newest at an instant. */
export async function findVersion(
  db: Db,
  list: string,
  at?: Instant,
): Promise<StatusVersion | undefined> {
  let query = db.selectFrom('status_version').selectAll().where('list', '=', list);
  if (at !== undefined) query = query.where('issued_at', '<=', sql<number>`${new Date(at)}`);
  return query.orderBy('version', 'desc').limit(1).executeTakeFirst();
}
