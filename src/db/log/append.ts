import { sql } from 'kysely';
import type { Subtree } from '../../audit/grow-tree.ts';
import type { Tx } from '../database.ts';
import type { CheckpointRow } from './tree.ts';

export interface Appended {
  /** New leaves from the one after the last. */
  leaves: readonly { event: string; index: number; hash: Buffer }[];
  subtrees: readonly Subtree[];
  checkpoint: CheckpointRow;
}

/** Appends leaves and what was signed of the tree with them; their events wait no more. */
export async function append(tx: Tx, { leaves, subtrees, checkpoint }: Appended): Promise<void> {
  const { shard, size, root, note, at } = checkpoint;
  await sql`
    with leaves as (
      insert into audit_leaf (shard, index, event, hash)
      select ${shard}::integer, l.index, l.event, decode(l.hash, 'hex')
      from jsonb_to_recordset(${written(leaves)}::jsonb) as l (index bigint, event uuid, hash text)
      returning event
    ), subtrees as (
      insert into audit_subtree (shard, level, index, hash)
      select ${shard}::integer, s.level, s.index, decode(s.hash, 'hex')
      from jsonb_to_recordset(${written(subtrees)}::jsonb)
        as s (level integer, index bigint, hash text)
    ), waiting as (
      delete from audit_pending where event in (select event from leaves)
    )
    insert into audit_checkpoint (shard, size, root, note, at)
    values (${shard}, ${size}, decode(${root.toString('hex')}, 'hex'), ${note}, ${new Date(at)})
  `.execute(tx);
}

function written(rows: readonly { hash: Buffer }[]): string {
  return JSON.stringify(rows.map((row) => ({ ...row, hash: row.hash.toString('hex') })));
}
