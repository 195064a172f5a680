import { sql } from 'kysely';
import type { Db } from '../database.ts';
import { type EventFilter, matches } from './event-filter.ts';
import { KEPT, type KeptEventRow, type LeafRow } from './kept-events.ts';
import type { CheckpointRow } from './kept-log.ts';

/** A leaf of any tree. */
export interface PlacedRow extends LeafRow {
  shard: number;
}

/** Where the page before ended; the first page comes after `{ shard: 0, index: -1 }`. */
export interface LeafCursor {
  shard: number;
  index: number;
}

/** Leaves that match, in the order of the log, a page at a time: nobody holds the database up. */
export async function listLeaves(
  db: Db,
  filter: EventFilter,
  { shard, index }: LeafCursor,
  limit: number,
): Promise<PlacedRow[]> {
  const { rows } = await sql<PlacedRow>`
    select l.shard, l.index, l.hash, l.event, ${KEPT}
    from audit_leaf l
      join audit_event e on e.id = l.event
      left join audit_payload p on p.event = l.event
    where (l.shard, l.index) > (${shard}::integer, ${index}::bigint) and ${matches(filter)}
    order by l.shard, l.index limit ${limit}`.execute(db);
  return rows;
}

/** Events that wait for a leaf and match, in the order of their ids. */
export async function listWaiting(
  db: Db,
  filter: EventFilter,
  after: string | null,
  limit: number,
): Promise<KeptEventRow[]> {
  const { rows } = await sql<KeptEventRow>`
    select e.id as event, ${KEPT}
    from audit_pending w
      join audit_event e on e.id = w.event
      left join audit_payload p on p.event = w.event
    where (${after}::uuid is null or w.event > ${after}::uuid) and ${matches(filter)}
    order by w.event limit ${limit}`.execute(db);
  return rows;
}

/** The checkpoints of a tree over more than `from` leaves and no more than `to`. */
export function checkpointsBetween(
  db: Db,
  { shard, from, to }: { shard: number; from: number; to: number },
): Promise<CheckpointRow[]> {
  return db
    .selectFrom('audit_checkpoint')
    .select(['size', 'root', 'note', 'at'])
    .where('shard', '=', shard)
    .where('size', '>', from)
    .where('size', '<=', to)
    .orderBy('size')
    .execute();
}
