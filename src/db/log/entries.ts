import type { Db } from '../database.ts';

/** What the leaves from one place on are hashes of, as far as there are any. */
export async function readCommitments(
  db: Db,
  shard: number,
  { from, count }: { from: number; count: number },
): Promise<Buffer[]> {
  const rows = await db
    .selectFrom('audit_leaf')
    .innerJoin('audit_event', 'audit_event.id', 'audit_leaf.event')
    .select('commitment')
    .where('shard', '=', shard)
    .where('index', '>=', from)
    .where('index', '<', from + count)
    .orderBy('index')
    .execute();
  return rows.map(({ commitment }) => Buffer.from(commitment));
}
