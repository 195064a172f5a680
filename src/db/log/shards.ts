import type { Selectable } from 'kysely';
import type { Db, Tx } from '../database.ts';
import type { Tables } from '../schema.ts';

export type Shard = Selectable<Tables['audit_shard']>;

/** Every tree of the log, the newest first. */
export function listShards(db: Db): Promise<Shard[]> {
  return db.selectFrom('audit_shard').selectAll().orderBy('number', 'desc').execute();
}

export async function addShard(
  tx: Tx,
  shard: Omit<Shard, 'opened_at'> & { openedAt: number },
): Promise<void> {
  const { openedAt, ...row } = shard;
  await tx
    .insertInto('audit_shard')
    .values({ ...row, opened_at: new Date(openedAt) })
    .execute();
}
