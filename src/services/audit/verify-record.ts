import { type CheckedRecord, checkRecord } from '../../audit/check/check-record.ts';
import type { SavedTree } from '../../audit/check/saved-tree.ts';
import { type Database, transact } from '../../db/database.ts';
import { freeze } from '../../db/record/batches.ts';
import { databaseSource } from './database-source.ts';

/**
 * Checks the record in a database, as it is at one moment and while it is in use.
 *
 * @param saved what somebody kept outside it
 */
export function verifyDatabase(db: Database, saved: readonly SavedTree[]): Promise<CheckedRecord> {
  return transact(db, async (tx) => {
    await freeze(tx);
    return checkRecord(databaseSource(tx), saved);
  });
}
