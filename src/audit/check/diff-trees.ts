import { checkEntry } from './check-entry.ts';
import type { Entry } from './entry.ts';
import type { Report } from './finding.ts';
import { growingTree } from './growing-tree.ts';
import type { SavedTree } from './saved-tree.ts';

type Known = Pick<SavedTree, 'size' | 'root'>;

/**
 * Whether the later of two trees begins with the earlier one, and what came in between.
 *
 * The leaves are hashed anew, so it is no matter who keeps them: they make both roots or they do
 * not.
 *
 * @param tell gets what came in between, in the order of the log
 */
export async function diffTrees(
  [before, after]: readonly [Known, Known],
  entries: AsyncIterable<readonly Entry[]>,
  tell: (entry: Entry) => void,
  report: Report,
): Promise<void> {
  if (before.size > after.size) {
    const what = `There are ${after.size} leaves, and before there were ${before.size}.`;
    report({ check: 'consistency', index: after.size, what });
  }
  const tree = growingTree();
  const compare = (known: Known, which: string) => {
    if (tree.size !== known.size || tree.root().equals(known.root)) return;
    const what = `The first ${known.size} leaves are not those of the ${which} checkpoint.`;
    report({ check: 'consistency', what });
  };
  compare(before, 'earlier');
  for await (const batch of entries) {
    for (const entry of batch) {
      if (entry.index !== tree.size || tree.size >= after.size) continue;
      if (entry.index >= before.size) {
        checkEntry(entry, report);
        tell(entry);
      }
      tree.add(entry.leaf);
      compare(before, 'earlier');
      compare(after, 'later');
    }
  }
  reportMissing(tree.size, Math.max(before.size, after.size), report);
}

function reportMissing(seen: number, wanted: number, report: Report): void {
  if (seen >= wanted) return;
  const what = `Only ${seen} of ${wanted} leaves are there to be looked at.`;
  report({ check: 'leaves', index: seen, what });
}
