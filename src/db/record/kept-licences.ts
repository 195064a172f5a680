import { type Selectable, sql } from 'kysely';
import type { Db, Tx } from '../database.ts';
import type { Tables } from '../schema.ts';
import { batchesOf } from './batches.ts';

/** The licences as they are kept, in the order of their ids. */
export function keptLicences(tx: Tx) {
  return batchesOf(
    tx,
    'licences',
    sql<Selectable<Tables['licence']>>`select * from licence order by id`,
  );
}

/** What the record says of one licence, as exact texts in the order of their making. */
export async function payloadsOfLicence(db: Db, id: string): Promise<string[]> {
  const rows = await db
    .selectFrom('audit_event')
    .innerJoin('audit_payload', 'audit_payload.event', 'audit_event.id')
    .select('payload')
    .where('subject_kind', '=', 'licence')
    .where('subject_id', '=', id)
    .orderBy('audit_event.id')
    .execute();
  return rows.map(({ payload }) => payload);
}

/** A licence as it is kept. */
export function keptLicence(db: Db, id: string) {
  return db.selectFrom('licence').selectAll().where('id', '=', id).executeTakeFirst();
}
