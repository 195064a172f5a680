import { diffTrees } from '../../audit/check/diff-trees.ts';
import type { Entry } from '../../audit/check/entry.ts';
import type { Finding } from '../../audit/check/finding.ts';
import type { SavedTree } from '../../audit/check/saved-tree.ts';
import type { RecordSource } from '../../audit/check/source.ts';
import { emptyRoot } from '../../verifier/log/index.ts';

/** What became of a log between two moments. */
export interface DiffedRecord {
  /** Each tree with how many leaves it had and has. */
  trees: { origin: string; before: number; after: number }[];
  findings: Finding[];
}

/**
 * Compares what was kept of a log at two moments.
 *
 * @param source where the leaves are read from that neither of the two brings along
 * @param tell gets what came in between
 */
export async function diffRecords(
  before: readonly SavedTree[],
  after: readonly SavedTree[],
  source: RecordSource | undefined,
  tell: (entry: Entry) => void,
): Promise<DiffedRecord> {
  const findings: Finding[] = [];
  const report = (finding: Finding) => void findings.push(finding);
  const trees: DiffedRecord['trees'] = [];
  for (const later of after) {
    const { origin } = later;
    const earlier = before.find((tree) => tree.origin === origin) ?? EMPTY;
    trees.push({ origin, before: earlier.size, after: later.size });
    const entries = later.entries ?? (await leavesOf(source, origin));
    await diffTrees([earlier, later], entries, tell, report);
  }
  for (const { origin } of before) {
    if (after.some((tree) => tree.origin === origin)) continue;
    report({ check: 'consistency', what: `The later one says nothing of ${origin}.` });
  }
  return { trees, findings };
}

/** Of a tree that was opened in between; no root to hold anything against. */
const EMPTY = { size: 0, root: emptyRoot() };

async function leavesOf(
  source: RecordSource | undefined,
  origin: string,
): Promise<AsyncIterable<readonly Entry[]>> {
  const shard = (await source?.shards())?.find((tree) => tree.origin === origin);
  return source && shard ? source.entries(shard) : none();
}

async function* none(): AsyncGenerator<readonly Entry[]> {}
