import { sql } from 'kysely';
import type { Tx } from '../database.ts';
import { batchesOf } from './batches.ts';

/** An event with all that is kept of it; the fields of what is gone are null. */
export interface KeptEventRow {
  event: string;
  id: string | null;
  at: number | null;
  type: string | null;
  actor_kind: string | null;
  actor_id: string | null;
  subject_kind: string | null;
  subject_id: string | null;
  outlet: string | null;
  article: string | null;
  licence: string | null;
  request_id: string | null;
  commitment: Buffer | null;
  salt: Buffer | null;
  payload: string | null;
}

export interface LeafRow extends KeptEventRow {
  index: number;
  hash: Buffer;
}

/** What is read of an event `e` with its payload `p`. */
export const KEPT = sql`e.id, e.at, e.type, e.actor_kind, e.actor_id, e.subject_kind, e.subject_id,
  e.outlet, e.article, e.licence, e.request_id, e.commitment, p.salt, p.payload`;

/** The leaves of a tree in their order, each with its event. */
export function leavesWithEvents(tx: Tx, shard: number) {
  return batchesOf(
    tx,
    'leaves',
    sql<LeafRow>`
      select l.index, l.hash, l.event, ${KEPT}
      from audit_leaf l
        left join audit_event e on e.id = l.event
        left join audit_payload p on p.event = l.event
      where l.shard = ${sql.lit(shard)} order by l.index`,
  );
}

/** Events without a leaf, and whether each waits for one. */
export function eventsWithoutLeaf(tx: Tx) {
  return batchesOf(
    tx,
    'unsealed',
    sql<KeptEventRow & { waits: boolean }>`
      select e.id as event, ${KEPT}, w.event is not null as waits
      from audit_event e
        left join audit_leaf l on l.event = e.id
        left join audit_pending w on w.event = e.id
        left join audit_payload p on p.event = e.id
      where l.event is null order by e.id`,
  );
}
