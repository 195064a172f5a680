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

/** @returns the ids of the keys that worked until now */
export async function revokeNamed(tx: Db, name: string, now: number): Promise<string[]> {
  const rows = await tx
    .updateTable('api_key')
    .set({ revoked_at: new Date(now) })
    .where('name', '=', name)
    .where('role', '=', 'admin')
    .where('revoked_at', 'is', null)
    .returning('id')
    .execute();
  return rows.map((row) => row.id);
}

/** @returns the key's id: the one that it had, if it has come back */
export async function insertAdmin(
  tx: Db,
  key: { id: string; name: string; prefix: string; hash: Buffer },
): Promise<string> {
  const row = await tx
    .insertInto('api_key')
    .values({ ...key, role: 'admin', outlet: null })
    .onConflict((conflict) => conflict.column('hash').doUpdateSet({ revoked_at: null }))
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}
