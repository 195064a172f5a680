import type { Entry, EventLine, KeptEvent, Payload } from '../../audit/check/entry.ts';
import { FIXED_COLUMNS, LIFE_COLUMNS } from '../../audit/check/licence-row.ts';
import type { RecordSource } from '../../audit/check/source.ts';
import type { Tx } from '../../db/database.ts';
import { listShards } from '../../db/log/shards.ts';
import {
  eventsWithoutLeaf,
  type KeptEventRow,
  leavesWithEvents,
} from '../../db/record/kept-events.ts';
import { keptLicences } from '../../db/record/kept-licences.ts';
import { keptCheckpoints } from '../../db/record/kept-log.ts';
import { listKeys } from '../../db/signing-keys.ts';
import { archiveOf } from '../signing-keys/key-documents.ts';

/** The record as the database has it at one moment. @param tx that reads and sees no later change */
export function databaseSource(tx: Tx): RecordSource {
  return {
    keys: async () => archiveOf(await listKeys(tx)).keys as Record<string, unknown>[],
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
    licences: {
      columns: [...FIXED_COLUMNS, ...LIFE_COLUMNS, 'token'],
      rows: () => mapped(keptLicences(tx), (row) => ({ id: row.id, fields: { ...row } })),
    },
  };
}

async function* mapped<From, To>(
  batches: AsyncIterable<readonly From[]>,
  map: (item: From) => To,
): AsyncGenerator<To[]> {
  for await (const batch of batches) yield batch.map(map);
}

function keptEvent(row: KeptEventRow): KeptEvent {
  const { salt, payload, commitment } = row;
  return { line: row.id === null ? lostLine(row) : lineOf(row), commitment, salt, payload };
}

function lineOf(row: KeptEventRow): EventLine {
  const { outlet, article, licence } = row;
  return {
    id: row.event,
    at: row.at ?? Number.NaN,
    type: row.type ?? '',
    actor: { kind: row.actor_kind ?? '', id: row.actor_id ?? '' },
    subject: { kind: row.subject_kind ?? '', id: row.subject_id ?? '' },
    requestId: row.request_id ?? '',
    ...{ outlet, article, licence },
  };
}

/** A line that is gone may have left its payload, which says what it was about. */
function lostLine(row: KeptEventRow): EventLine {
  const said = row.payload === null ? undefined : (JSON.parse(row.payload) as Payload);
  if (!said) return lineOf(row);
  const { at, type, actor, subject, requestId } = said;
  return { ...lineOf(row), at: Date.parse(at), type, actor, subject, requestId };
}
