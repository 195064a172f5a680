import {
  type CheckpointLine,
  type EntryLine,
  writeEntryLine,
} from '../../audit/check/entry-line.ts';
import type { Context } from '../../context.ts';
import type { Db } from '../../db/database.ts';
import { listShards } from '../../db/log/shards.ts';
import type { EventFilter } from '../../db/record/event-filter.ts';
import {
  checkpointsBetween,
  type LeafCursor,
  listLeaves,
  listWaiting,
  type PlacedRow,
} from '../../db/record/export-pages.ts';
import { formatInstant } from '../../domain/instant.ts';
import { permitWholeHouse } from '../permit.ts';
import { keptEvent } from './kept-event.ts';
import { openProofs, type ProofsOf } from './proofs-of.ts';

const PAGE = 500;

export interface ExportEvents {
  filter: EventFilter;
  /** Whether each leaf comes with its way to a checkpoint. */
  proofs: boolean;
  /** Whether the checkpoints stand between the leaves. */
  checkpoints: boolean;
}

export type ExportLine = EntryLine | CheckpointLine;

/**
 * The record with all that it takes to hash it anew, in the order of the log, a page at a time.
 * Events that still wait for their leaf stand at the end, and once more behind that if they got
 * it meanwhile: so nothing that was there at the beginning is left out.
 *
 * @throws DomainError `not-permitted`
 */
export async function exportEvents(
  ctx: Context,
  input: ExportEvents,
): Promise<AsyncGenerator<readonly ExportLine[]>> {
  permitWholeHouse(ctx.caller);
  const shards = new Map((await listShards(ctx.db)).map((one) => [one.number, one.origin]));
  const proofsOf = input.proofs ? await openProofs(ctx.db) : undefined;
  return lines(ctx.db, input, { shards, proofsOf });
}

interface Log {
  shards: ReadonlyMap<number, string>;
  proofsOf: ProofsOf | undefined;
}

async function* lines(db: Db, input: ExportEvents, log: Log) {
  const cursor = { shard: 0, index: -1 };
  yield* leaves(db, input, log, cursor);
  for (let after: string | null = null; ; ) {
    const rows = await listWaiting(db, input.filter, after, PAGE);
    after = rows.at(-1)?.event ?? after;
    yield rows.map((row) => writeEntryLine(keptEvent(row), null));
    if (rows.length < PAGE) break;
  }
  yield* leaves(db, input, log, cursor);
}

/** @param cursor moves along */
async function* leaves(db: Db, input: ExportEvents, log: Log, cursor: LeafCursor) {
  for (;;) {
    const rows = await listLeaves(db, input.filter, cursor, PAGE);
    const proofs = await log.proofsOf?.(rows);
    const entries = rows.map((row, i) => leafLine(row, log, proofs?.[i]));
    const points = input.checkpoints ? await checkpointLines(db, rows, log, cursor) : [];
    yield [...entries, ...points];
    const last = rows.at(-1);
    if (last) Object.assign(cursor, { shard: last.shard, index: last.index });
    if (rows.length < PAGE) return;
  }
}

function leafLine(row: PlacedRow, { shards }: Log, proof: string | undefined): EntryLine {
  const place = { log: shards.get(row.shard) ?? '', index: row.index, leaf: row.hash };
  const line = writeEntryLine(keptEvent(row), place);
  return proof === undefined ? line : { ...line, proof };
}

/** What was signed of the leaves of one page. */
async function checkpointLines(
  db: Db,
  rows: readonly PlacedRow[],
  { shards }: Log,
  cursor: LeafCursor,
): Promise<CheckpointLine[]> {
  const ends = new Map(rows.map((row) => [row.shard, row.index + 1]));
  const lines: CheckpointLine[] = [];
  for (const [shard, to] of ends) {
    const from = shard === cursor.shard ? cursor.index + 1 : 0;
    for (const { size, at, note } of await checkpointsBetween(db, { shard, from, to })) {
      lines.push({ log: shards.get(shard) ?? '', size, at: formatInstant(at), note });
    }
  }
  return lines;
}
