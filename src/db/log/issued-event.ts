import type { Db } from '../database.ts';

/** The event of a licence's issue with what is kept of it; null where it is not there any more. */
export interface IssuedEvent {
  id: string;
  salt: Buffer | null;
  payload: string | null;
  /** Null until it has its leaf. */
  shard: number | null;
  index: number | null;
}

export async function findIssuedEvent(db: Db, licence: string): Promise<IssuedEvent | undefined> {
  const row = await db
    .selectFrom('audit_event')
    .leftJoin('audit_payload', 'audit_payload.event', 'audit_event.id')
    .leftJoin('audit_leaf', 'audit_leaf.event', 'audit_event.id')
    .select(['audit_event.id', 'salt', 'payload', 'shard', 'index'])
    .where('subject_kind', '=', 'licence')
    .where('subject_id', '=', licence)
    .where('type', '=', 'licence.issued')
    .orderBy('audit_event.id')
    .limit(1)
    .executeTakeFirst();
  return row && { ...row, salt: row.salt && Buffer.from(row.salt) };
}
