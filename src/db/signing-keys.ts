import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import type { Instant } from '../domain/instant.ts';
import { type KeyPurpose, READERS_SKEW_MS } from '../domain/signing-keys.ts';
import type { Db, Tx } from './database.ts';
import type { OutboxKind } from './outbox.ts';
import type { Tables } from './schema.ts';

export type SigningKeyRow = Selectable<Tables['signing_key']>;
export type NewSigningKey = Insertable<Tables['signing_key']>;
export type SigningKeyChange = Updateable<Tables['signing_key']>;

/** Any number; it only has to be the same in every process. */
const KEYS_LOCK = 7_220_452;

/** Has this transaction alone change keys: one change often takes two rows. */
export async function lockKeys(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(${sql.lit(KEYS_LOCK)})`.execute(tx);
}

/** Every key that ever was, newest first. */
export async function listKeys(db: Db): Promise<SigningKeyRow[]> {
  return db
    .selectFrom('signing_key')
    .selectAll()
    .orderBy('published_at', 'desc')
    .orderBy('kid')
    .execute();
}

export async function findKey(db: Db, kid: string): Promise<SigningKeyRow | undefined> {
  return db.selectFrom('signing_key').selectAll().where('kid', '=', kid).executeTakeFirst();
}

/** Whether a key signs still, as this transaction sees it. */
export async function isActive(db: Db, kid: string): Promise<boolean> {
  return (await findKey(db, kid))?.state === 'active';
}

/** The one key of a purpose that is active, or pending. */
export async function findOnly(
  db: Db,
  purpose: KeyPurpose,
  state: 'active' | 'pending',
): Promise<SigningKeyRow | undefined> {
  return db
    .selectFrom('signing_key')
    .selectAll()
    .where('purpose', '=', purpose)
    .where('state', '=', state)
    .executeTakeFirst();
}

/** Keys whose next step has come: pending ones that may take over, retired ones nobody reads by. */
export async function findDueKeys(db: Db, now: Instant): Promise<SigningKeyRow[]> {
  const at = (instant: Instant) => sql<Instant>`${new Date(instant)}::timestamptz`;
  return db
    .selectFrom('signing_key')
    .selectAll()
    .where((key) =>
      key.or([
        key.and([key('state', '=', 'pending'), key('activates_at', '<=', at(now))]),
        key.and([key('state', '=', 'retired'), key('last_exp', '<=', at(now - READERS_SKEW_MS))]),
      ]),
    )
    .execute();
}

export async function insertKey(tx: Db, key: NewSigningKey): Promise<SigningKeyRow> {
  return tx.insertInto('signing_key').values(key).returningAll().executeTakeFirstOrThrow();
}

export async function changeKey(
  tx: Db,
  kid: string,
  change: SigningKeyChange,
): Promise<SigningKeyRow> {
  return tx
    .updateTable('signing_key')
    .set(change)
    .where('kid', '=', kid)
    .returningAll()
    .executeTakeFirstOrThrow();
}

/**
 * The latest end among the licences that a key has signed; null when it has signed none. Reads
 * them all: it is asked when a key retires and when it is archived, and by nobody in a hurry.
 */
export async function lastLicenceEnd(db: Db, kid: string): Promise<Instant | null> {
  const { last } = await db
    .selectFrom('licence')
    .select((licence) => licence.fn.max<Instant | null>('until_at').as('last'))
    .where('kid', '=', kid)
    .executeTakeFirstOrThrow();
  return last;
}

/** How many licences in force a key has signed. */
export async function countInForce(tx: Db, kid: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from licence
    where kid = ${kid} and state = 'active' and until_at > now()
  `.execute(tx);
  return rows[0]?.count ?? 0;
}

/** Leaves word of the licences in force that a key has signed, for the relay to replace them. */
export async function leaveWordOfSigned(
  tx: Tx,
  { kid, requestId }: { kid: string; requestId: string },
): Promise<void> {
  const kind: OutboxKind = 'signing-key.compromised';
  await sql`
    insert into outbox (kind, article, publication, outlet, request_id)
    select distinct ${kind}::text, article, case when article is null then publication end, outlet,
      ${requestId}::text
    from licence where kid = ${kid} and state = 'active' and until_at > now()
  `.execute(tx);
}
