import type { Db } from './database.ts';

/** Takes a licence out of force until it is reinstated. */
export async function suspend(
  tx: Db,
  id: string,
  { at, reason }: { at: number; reason: string },
): Promise<void> {
  await tx
    .updateTable('licence')
    .set({
      state: 'suspended',
      suspended_at: new Date(at),
      suspend_reason: reason,
      reinstated_at: null,
    })
    .where('id', '=', id)
    .execute();
}

/** Puts a suspended licence back in force. */
export async function reinstate(tx: Db, id: string, at: number): Promise<void> {
  await tx
    .updateTable('licence')
    .set({
      state: 'active',
      suspended_at: null,
      suspend_reason: null,
      reinstated_at: new Date(at),
    })
    .where('id', '=', id)
    .execute();
}
