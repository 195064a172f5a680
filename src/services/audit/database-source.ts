import type { Entry } from '../../audit/check/entry.ts';
import type { RecordSource } from '../../audit/check/source.ts';
import type { Tx } from '../../db/database.ts';
import { listShards } from '../../db/log/shards.ts';
import { eventsWithoutLeaf, leavesWithEvents } from '../../db/record/kept-events.ts';
import { keptCheckpoints } from '../../db/record/kept-log.ts';
import { listKeys } from '../../db/signing-keys.ts';
import { archiveOf } from '../signing-keys/key-documents.ts';
import { databaseLicences } from './database-licences.ts';
import { keptEvent } from './kept-event.ts';

/** The record as the database has it at one moment. @param tx that reads and sees no later change */
export async function databaseSource(tx: Tx): Promise<RecordSource> {
  const keys = archiveOf(await listKeys(tx)).keys as Record<string, unknown>[];
  return {
    keys: async () => keys,
    shards: async () => (await listShards(tx)).toReversed(),
    checkpoints: ({ number }) => keptCheckpoints(tx, number),
    entries: ({ number }) =>
      mapped(
        leavesWithEvents(tx, number),
        (row): Entry => ({
          ...keptEvent(row),
          index: row.index,
          leaf: row.hash,
        }),
      ),
    withoutLeaf: () =>
      mapped(eventsWithoutLeaf(tx), (row) => ({ ...keptEvent(row), waits: row.waits })),
    licences: databaseLicences(tx, keys),
  };
}

async function* mapped<From, To>(
  batches: AsyncIterable<readonly From[]>,
  map: (item: From) => To,
): AsyncGenerator<To[]> {
  for await (const batch of batches) yield batch.map(map);
}
