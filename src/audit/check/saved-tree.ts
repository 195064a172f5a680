import { type Entry, licenceOf } from './entry.ts';
import type { Finding, Report } from './finding.ts';
import { type Peekable, peekable } from './peekable.ts';

/** What somebody kept of a tree outside the record: its root, or all of its leaves too. */
export interface SavedTree {
  origin: string;
  size: number;
  root: Uint8Array;
  /** In their order. */
  entries?: AsyncIterable<readonly Entry[]>;
}

/** A kept tree, held against the leaves as they come. */
export interface SavedTreeCheck {
  /** @param root of the leaves up to this one; undefined where some are missing */
  take(entry: Entry, root: () => Buffer | undefined): Promise<void>;
  finish(size: number): Promise<void>;
}

export async function savedTreeCheck(saved: SavedTree, report: Report): Promise<SavedTreeCheck> {
  const kept = await peekable(saved.entries ?? none());
  return {
    async take(entry, root) {
      while (kept.head && kept.head.index <= entry.index) await compare(kept, entry, report);
      if (saved.size !== entry.index + 1 || root()?.equals(saved.root)) return;
      const what = `The first ${saved.size} leaves are not those of the saved checkpoint.`;
      report({ check: 'consistency', what });
    },
    async finish(size) {
      if (saved.size <= size) return;
      const what = `The saved checkpoint is over ${saved.size} leaves, and there are only ${size}.`;
      report({ check: 'consistency', index: size, what });
      for (; kept.head; await kept.advance()) report(gone(kept.head));
    },
  };
}

async function compare(kept: Peekable<Entry>, entry: Entry, report: Report): Promise<void> {
  const { head } = kept;
  if (head && (head.index < entry.index || Buffer.compare(head.leaf, entry.leaf) !== 0)) {
    report(gone(head));
  }
  await kept.advance();
}

function gone({ index, line }: Entry): Finding {
  const what = `The saved export has ${line.type} here, which is gone.`;
  return { check: 'consistency', index, event: line.id, licence: licenceOf(line), what };
}

async function* none(): AsyncGenerator<readonly Entry[]> {}
