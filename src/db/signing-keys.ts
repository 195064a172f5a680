import type { Db } from './database.ts';

export async function findActive(db: Db, purpose: string) {
  return db
    .selectFrom('signing_key')
    .selectAll()
    .where('purpose', '=', purpose)
    .where('state', '=', 'active')
    .executeTakeFirst();
}

/** Public keys in JWK form, newest first. */
export async function publicKeys(db: Db, purpose: string): Promise<Record<string, unknown>[]> {
  const rows = await db
    .selectFrom('signing_key')
    .select('public_jwk')
    .where('purpose', '=', purpose)
    .orderBy('created_at', 'desc')
    .execute();
  return rows.map((row) => row.public_jwk);
}

export async function insert(
  db: Db,
  key: { kid: string; purpose: string; publicJwk: Record<string, unknown>; privateKey: string },
): Promise<void> {
  await db
    .insertInto('signing_key')
    .values({
      kid: key.kid,
      purpose: key.purpose,
      state: 'active',
      public_jwk: JSON.stringify(key.publicJwk),
      private_key: key.privateKey,
    })
    .execute();
}
