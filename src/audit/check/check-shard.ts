import type { NoteKey } from '../../verifier/log/index.ts';
import { checkEntry } from './check-entry.ts';
import type { Entry } from './entry.ts';
import type { Report } from './finding.ts';
import { growingTree } from './growing-tree.ts';
import { peekable } from './peekable.ts';
import type { Projection } from './projection.ts';
import { type SavedTree, savedTreeCheck } from './saved-tree.ts';
import { signedRoots } from './signed-roots.ts';
import { checkTimes } from './signed-times.ts';
import type { RecordSource, Shard } from './source.ts';

export interface ShardCheck {
  source: RecordSource;
  keys: readonly NoteKey[];
  /** Trees to meet on the way. */
  saved: readonly SavedTree[];
  projection: Projection;
  report: Report;
}

/** What was seen of a tree. */
export interface CheckedShard {
  shard: Shard;
  size: number;
  root: Buffer;
}

/** Walks once over a tree and holds every leaf, and every root on the way, to what was signed. */
export async function checkShard(shard: Shard, check: ShardCheck): Promise<CheckedShard> {
  const { source, keys, report, projection } = check;
  const roots = signedRoots(shard, await peekable(source.checkpoints(shard)), keys, report);
  const ofShard = check.saved.filter((known) => known.origin === shard.origin);
  const saved = await Promise.all(ofShard.map((known) => savedTreeCheck(known, report)));
  const walk = leafWalk(report);
  for await (const batch of source.entries(shard)) {
    for (const entry of batch) {
      roots.take(entry);
      const payload = checkEntry(entry, report);
      projection.tell(entry.line, payload);
      checkTimes(entry, payload, roots.bracket(), report);
      walk.take(entry);
      for (const known of saved) await known.take(entry, walk.root);
      if (roots.isDue(walk.size())) await roots.settle(walk.size(), walk.root);
    }
  }
  await roots.finish(walk.size());
  for (const known of saved) await known.finish(walk.size());
  return { shard, size: walk.size(), root: walk.tree.root() };
}

/** The tree as it grows, and whether a leaf was missing on the way. */
function leafWalk(report: Report) {
  const tree = growingTree();
  let next = 0;
  return {
    tree,
    take(entry: Entry): void {
      if (entry.index !== next) {
        const what = `Leaf ${next} is missing; the next one that is there is ${entry.index}.`;
        report({ check: 'leaves', index: next, what });
      }
      next = entry.index + 1;
      tree.add(entry.leaf);
    },
    size: () => next,
    root: () => (tree.size === next ? tree.root() : undefined),
  };
}
