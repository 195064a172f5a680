import { sql } from 'kysely';
import type { Db, Tx } from '../database.ts';
import { batchesOf } from './batches.ts';

/** The trees of the log, the oldest first. */
export function listShards(db: Db): Promise<{ number: number; origin: string }[]> {
  return db.selectFrom('audit_shard').select(['number', 'origin']).orderBy('number').execute();
}

export interface CheckpointRow {
  size: number;
  root: Buffer;
  note: string;
  at: number;
}

/** All that was ever signed of a tree, the smallest first. */
export function keptCheckpoints(tx: Tx, shard: number) {
  return batchesOf(
    tx,
    'checkpoints',
    sql<CheckpointRow>`
      select size, root, note, at from audit_checkpoint
      where shard = ${sql.lit(shard)} order by size`,
  );
}
