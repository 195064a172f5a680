import { type Selectable, sql } from 'kysely';
import type { Instant } from '../domain/instant.ts';
import type { Db } from './database.ts';
import { joined } from './joined.ts';
import type { Role, Tables } from './schema.ts';

/** What is known of a key; never the key, nor its hash. */
export type ApiKey = Omit<Selectable<Tables['api_key']>, 'hash'>;

export interface NewApiKey {
  id: string;
  name: string;
  /** As much of the key as may be shown. */
  prefix: string;
  hash: Buffer;
  role: Role;
  /** Set for an outlet's key and for no other. */
  outlet: string | null;
  publications: readonly string[] | null;
  expiresAt: Instant | null;
  createdAt: Instant;
}

const COLUMNS = [
  'id',
  'name',
  'prefix',
  'role',
  'outlet',
  'publications',
  'expires_at',
  'revoked_at',
  'created_at',
] as const;

/** What signing in needs to know of a key. */
export interface KeyInForce {
  id: string;
  role: Role;
  outlet: string | null;
  publications: string[] | null;
  expiresAt: Instant | null;
}

/** Every request asks this, so those that come together ask in one statement. */
export const findByHash = joined(async (db: Db, hashes: readonly Buffer[]) => {
  const wanted = hashes.map((hash) => hash.toString('hex'));
  const { rows } = await sql<KeyInForce & { hash: string }>`/* api-key.find */
    select encode(hash, 'hex') as hash, id, role, outlet, publications, expires_at as "expiresAt"
    from api_key
    where revoked_at is null and hash in (
      select decode(value, 'hex') from jsonb_array_elements_text(${JSON.stringify(wanted)}::jsonb))
  `.execute(db);
  const found = new Map(rows.map((row) => [row.hash, row]));
  return wanted.map((hash): KeyInForce | undefined => found.get(hash));
});

export async function insert(tx: Db, key: NewApiKey): Promise<ApiKey> {
  return tx
    .insertInto('api_key')
    .values({
      id: key.id,
      name: key.name,
      prefix: key.prefix,
      hash: key.hash,
      role: key.role,
      outlet: key.outlet,
      publications: key.publications && JSON.stringify(key.publications),
      expires_at: key.expiresAt === null ? null : new Date(key.expiresAt),
      created_at: new Date(key.createdAt),
    })
    .returning(COLUMNS)
    .executeTakeFirstOrThrow();
}

/** A key of one outlet, or of the staff when `outlet` is null. */
export async function lock(tx: Db, id: string, outlet: string | null) {
  return tx
    .selectFrom('api_key')
    .select(COLUMNS)
    .where('id', '=', id)
    .where('outlet', 'is not distinct from', outlet)
    .forUpdate()
    .executeTakeFirst();
}

export async function revoke(tx: Db, id: string, at: Instant): Promise<ApiKey> {
  return tx
    .updateTable('api_key')
    .set({ revoked_at: new Date(at) })
    .where('id', '=', id)
    .returning(COLUMNS)
    .executeTakeFirstOrThrow();
}

/** A page of keys, newest first: one outlet's, or the staff's when `outlet` is null. */
export async function list(
  db: Db,
  outlet: string | null,
  page: { after?: string | undefined; limit: number },
): Promise<ApiKey[]> {
  const query = db
    .selectFrom('api_key')
    .select(COLUMNS)
    .where('outlet', 'is not distinct from', outlet)
    .orderBy('id', 'desc')
    .limit(page.limit);
  return (page.after ? query.where('id', '<', page.after) : query).execute();
}
