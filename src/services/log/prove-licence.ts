import { rangeHash, tilesUnder } from '../../audit/range-hash.ts';
import { inclusionRanges } from '../../audit/ranges.ts';
import type { Context } from '../../context.ts';
import type { Db } from '../../db/database.ts';
import { findIssuedEvent } from '../../db/log/issued-event.ts';
import { latestCheckpoint, readTiles } from '../../db/log/tree.ts';
import { DomainError } from '../../domain/errors.ts';
import { writeTlogProof } from '../../verifier/log/index.ts';
import { readLicence } from '../licences/read-licences.ts';

/** What shows that a licence's issue stands in the log, without trust in the service. */
export interface ProvenLicence {
  /** Id of the event. */
  event: string;
  /** The event, exactly as it is kept and hashed. */
  payload: string;
  salt: Buffer;
  /** The way from its leaf to a signed checkpoint (C2SP tlog-proof). */
  proof: string;
}

const LEAF_WITHIN_MS = 1_000;

/**
 * Proves that the log holds a licence's issue.
 *
 * @throws DomainError `licence-not-found`, `not-permitted`, `proof-not-ready` before the event has
 *   its leaf, `event-removed` when what it says was removed
 */
export async function proveLicence(ctx: Context, id: string): Promise<ProvenLicence> {
  await readLicence(ctx, id);
  const event = await findIssuedEvent(ctx.db, id);
  if (!event || event.shard === null || event.index === null) throw notReady();
  const { payload, salt } = event;
  if (payload === null || salt === null) throw removed();
  const proof = await proofOf(ctx.db, { shard: event.shard, index: event.index });
  return { event: event.id, payload, salt, proof };
}

/** The way of a leaf to the newest checkpoint of its tree. */
async function proofOf(db: Db, leaf: { shard: number; index: number }): Promise<string> {
  const head = await latestCheckpoint(db, leaf.shard);
  if (!head) throw notReady();
  const ranges = inclusionRanges(leaf.index, head.size);
  const tiles = await readTiles(db, leaf.shard, tilesUnder(ranges));
  const hashes = ranges.map((range) => rangeHash(range, tiles));
  return writeTlogProof({ index: leaf.index, hashes, checkpoint: head.note });
}

function notReady(): DomainError {
  return new DomainError(
    'proof-not-ready',
    'The licence has no leaf in the log yet. Ask again in a moment.',
    { retryAfterMs: LEAF_WITHIN_MS },
  );
}

function removed(): DomainError {
  return new DomainError(
    'event-removed',
    'What the record said of this licence was removed; the record tells why and when.',
  );
}
