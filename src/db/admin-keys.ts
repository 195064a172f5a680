import type { Db } from './database.ts';

/** Whether some admin key works. */
export async function anyAdmin(db: Db): Promise<boolean> {
  const row = await db
    .selectFrom('api_key')
    .select('id')
    .where('role', '=', 'admin')
    .where('revoked_at', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export async function isKnown(db: Db, hash: Buffer): Promise<boolean> {
  const row = await db
    .selectFrom('api_key')
    .select('id')
    .where('hash', '=', hash)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

export async function revokeNamed(db: Db, name: string, now: number): Promise<void> {
  await db
    .updateTable('api_key')
    .set({ revoked_at: new Date(now) })
    .where('name', '=', name)
    .where('role', '=', 'admin')
    .where('revoked_at', 'is', null)
    .execute();
}

export async function insertAdmin(
  db: Db,
  key: { id: string; name: string; prefix: string; hash: Buffer },
): Promise<void> {
  await db
    .insertInto('api_key')
    .values({ ...key, role: 'admin', outlet: null })
    .onConflict((conflict) => conflict.column('hash').doUpdateSet({ revoked_at: null }))
    .execute();
}
