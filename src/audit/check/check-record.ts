import { checkEvent } from './check-entry.ts';
import { checkLicences } from './check-licences.ts';
import { type CheckedShard, checkShard } from './check-shard.ts';
import { licenceOf } from './entry.ts';
import type { CheckName, Finding, Report } from './finding.ts';
import { logKeys } from './log-keys.ts';
import { type Projection, projection } from './projection.ts';
import type { SavedTree } from './saved-tree.ts';
import type { RecordSource } from './source.ts';

/** What was seen of a record, and what is wrong with it. */
export interface CheckedRecord {
  shards: CheckedShard[];
  /** Events that wait for their leaf. */
  waiting: number;
  licences: number | undefined;
  /** Changes by SQL that somebody wrote, which the database itself recorded. */
  byHand: number;
  findings: Finding[];
  /** Checks that could not be made, and why. */
  unchecked: Partial<Record<CheckName, string>>;
}

/**
 * Checks a whole record: every event, the tree over them, what was signed of it, and the licences
 * that came of it.
 *
 * Everything is read once and in order, so that the record need not fit into memory; of each
 * licence a few hundred bytes are kept.
 *
 * @param saved what somebody kept outside the record
 */
export async function checkRecord(
  source: RecordSource,
  saved: readonly SavedTree[],
): Promise<CheckedRecord> {
  const findings: Finding[] = [];
  const report: Report = (finding) => void findings.push(finding);
  const told = projection(source.licences?.columns ?? []);
  const trees = await source.shards();
  const origins = [...trees, ...saved].map(({ origin }) => origin);
  const keys = logKeys(await source.keys(), [...new Set(origins)]);
  const shards: CheckedShard[] = [];
  for (const shard of trees) {
    shards.push(await checkShard(shard, { source, keys, saved, projection: told, report }));
  }
  reportUnknown(saved, shards, report);
  const waiting = await checkWithoutLeaf(source, told, report);
  const licences = source.licences && (await checkLicences(source.licences, told, report));
  return {
    shards,
    waiting,
    licences,
    byHand: told.byHand(),
    findings,
    unchecked: unchecked(source, saved),
  };
}

function reportUnknown(
  saved: readonly SavedTree[],
  shards: readonly CheckedShard[],
  report: Report,
): void {
  for (const { origin, size } of saved) {
    if (shards.some(({ shard }) => shard.origin === origin)) continue;
    const what = `The saved checkpoint over ${size} leaves is of ${origin}, which is not here.`;
    report({ check: 'consistency', what });
  }
}

async function checkWithoutLeaf(
  { withoutLeaf }: RecordSource,
  told: Projection,
  report: Report,
): Promise<number> {
  let waiting = 0;
  if (!withoutLeaf) return waiting;
  for await (const batch of withoutLeaf()) {
    for (const event of batch) {
      told.tell(event.line, checkEvent(event, report));
      if (event.waits) waiting++;
      else {
        const about = { event: event.line.id, licence: licenceOf(event.line) };
        const what = 'This event has no leaf, and does not wait for one.';
        report({ ...about, check: 'leaves', what });
      }
    }
  }
  return waiting;
}

function unchecked(
  { withoutLeaf, licences }: RecordSource,
  saved: readonly SavedTree[],
): CheckedRecord['unchecked'] {
  const noLicences = 'only the log is there';
  return {
    ...(saved.length === 0 && { consistency: 'no checkpoint was given' }),
    ...(!withoutLeaf && { leaves: 'events without a leaf are not there' }),
    ...(!licences && { licences: noLicences, tokens: noLicences, status: noLicences }),
  };
}
