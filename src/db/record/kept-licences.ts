import { type Selectable, sql } from 'kysely';
import type { Tx } from '../database.ts';
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
