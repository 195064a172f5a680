import type { Context } from '../../context.ts';
import type { Tx } from '../../db/database.ts';
import * as events from '../../db/events.ts';
import {
  type Confirmable,
  insertReceipt,
  lockConfirmable,
  markConfirmed,
} from '../../db/placements/confirm.ts';
import type { ConfirmedBy, Operation } from '../../db/schema.ts';
import type { Instant } from '../../domain/instant.ts';
import { placementNotFound } from './read-placements.ts';

/** Somebody's word, or what was seen, on one placement. */
export interface Confirmation {
  placement: string;
  /** The state that it is about; absent: what is wanted now. */
  seq?: number;
  by: ConfirmedBy;
  /** What is said to be so; absent: what is wanted now. */
  operation?: Operation;
  /** Where the text runs. */
  url?: string | null;
  /** Which version is there; absent: the wanted one. */
  version?: number;
  publishedAt?: Instant | null;
  note?: string | null;
}

export interface Confirmed {
  /** The kept receipt; null where nobody said anything: the page was seen. */
  receipt: string | null;
  /** Whether the placement is now known to be as it is wanted. */
  confirmed: boolean;
}

/**
 * Keeps somebody's word that a placement is so, and settles the placement where that is what is
 * wanted there now. A word on an older state, on another version or on the opposite is kept, and
 * settles nothing. Whether the caller may say so is for the caller to judge.
 *
 * @throws DomainError `placement-not-found`
 */
export async function confirm(tx: Tx, by: Context, said: Confirmation): Promise<Confirmed> {
  const wanted = await lockConfirmable(tx, said.placement);
  if (!wanted) throw placementNotFound(said.placement);
  const receipt = await keepReceipt(tx, by, wanted, said);
  const url = said.url ?? null;
  const confirmed = isAsWanted(wanted, said);
  // The same word again changes nothing, unless it tells where the text runs.
  if (!confirmed || (wanted.confirmedSeq === wanted.seq && url === null)) {
    return { receipt, confirmed };
  }
  await markConfirmed(tx, wanted.id, { by: said.by, url, at: new Date(by.now()) });
  await events.record(tx, by, eventOf(wanted, said, receipt));
  note(by, wanted, said.by, receipt);
  return { receipt, confirmed };
}

/** Says by which request the state was wanted: its copy is followed from there to this line. */
function note(
  { log, metrics, now }: Context,
  wanted: Confirmable,
  by: ConfirmedBy,
  receipt: string | null,
): void {
  const { id: placement, licence, seq, operation, raisedBy } = wanted;
  const sinceRaisedMs = now() - wanted.raisedAt;
  log.info(
    { placement, licence, seq, operation, by, receipt, raisedBy, sinceRaisedMs },
    'confirmed',
  );
  metrics.confirmed(wanted, sinceRaisedMs);
}

function isAsWanted(wanted: Confirmable, said: Confirmation): boolean {
  if (!wanted.sent && wanted.operation === 'upsert') return false;
  return (
    (said.seq ?? wanted.seq) === wanted.seq &&
    (said.operation ?? wanted.operation) === wanted.operation &&
    (wanted.operation === 'withdraw' || (said.version ?? wanted.version) === wanted.version)
  );
}

async function keepReceipt(
  tx: Tx,
  by: events.Recorder,
  wanted: Confirmable,
  said: Confirmation,
): Promise<string | null> {
  if (said.by === 'page') return null;
  const id = by.newId();
  const { publishedAt = null, note = null, url = null } = said;
  await insertReceipt(tx, wanted, {
    id,
    seq: said.seq ?? wanted.seq,
    version: said.version ?? wanted.version,
    operation: said.operation ?? wanted.operation,
    source: said.by,
    url,
    publishedAt: publishedAt === null ? null : new Date(publishedAt),
    note,
    at: new Date(by.now()),
  });
  return id;
}

function eventOf(wanted: Confirmable, said: Confirmation, receipt: string | null): events.Event {
  const { id, outlet, article, licence, seq, version, operation } = wanted;
  const { by, url = null, note = null } = said;
  return {
    type: 'placement.confirmed',
    subject: { kind: 'placement', id },
    after: { outlet, article, licence, seq, version, operation, by, url, note, receipt },
  };
}
