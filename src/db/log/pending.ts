import type { Db, Tx } from '../database.ts';

export interface PendingEvent {
  event: string;
  commitment: Buffer;
}

export async function anyPending(db: Db): Promise<boolean> {
  const row = await db.selectFrom('audit_pending').select('event').limit(1).executeTakeFirst();
  return row !== undefined;
}

/** Committed events without a leaf: in the order of their ids, which is that of their making. */
export async function listPending(tx: Tx, limit: number): Promise<PendingEvent[]> {
  const rows = await tx
    .selectFrom('audit_pending')
    .innerJoin('audit_event', 'audit_event.id', 'audit_pending.event')
    .select(['audit_pending.event', 'commitment'])
    .orderBy('audit_pending.event')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...row, commitment: Buffer.from(row.commitment) }));
}
