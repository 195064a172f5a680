import type { NoteKey } from '../../verifier/log/index.ts';
import { checkSignature } from './check-signature.ts';
import { type Entry, licenceOf } from './entry.ts';
import type { Report } from './finding.ts';
import type { Peekable } from './peekable.ts';
import type { Bracket } from './signed-times.ts';
import type { KeptCheckpoint, Shard } from './source.ts';
import { suspects } from './suspects.ts';

/** Between two signatures that are verified: all those of a year would take hours. */
const VERIFIED_EVERY_MS = 30_000;

/** The checkpoints along a tree, held against the leaves as they come. */
export interface SignedRoots {
  /** Between which checkpoints the next leaf stands. */
  bracket(): Bracket;
  take(entry: Entry): void;
  /** Whether a checkpoint was signed over no more leaves than these. */
  isDue(size: number): boolean;
  /** @param root of the leaves so far; undefined where some are missing, so that none can be right */
  settle(size: number, root: () => Buffer | undefined): Promise<void>;
  finish(size: number): Promise<void>;
}

export function signedRoots(
  shard: Shard,
  points: Peekable<KeptCheckpoint>,
  keys: readonly NoteKey[],
  report: Report,
): SignedRoots {
  const since = suspects();
  let last: KeptCheckpoint | undefined;
  let verifiedAt = Number.NEGATIVE_INFINITY;
  let isOurs = true;

  const verifySometimes = (point: KeptCheckpoint) => {
    if (point.at < verifiedAt + VERIFIED_EVERY_MS) return;
    checkSignature(point, shard, keys, report);
    verifiedAt = point.at;
  };
  const bracket = () => ({
    after: last?.at ?? Number.NEGATIVE_INFINITY,
    before: points.head?.at ?? Number.POSITIVE_INFINITY,
  });
  return {
    bracket,
    take(entry) {
      since.add(entry);
      if (!isOurs && entry.line.at < bracket().after) reportMoved(entry, report);
    },
    isDue: (size) => points.head !== undefined && points.head.size <= size,
    async settle(size, root) {
      for (; points.head && points.head.size <= size; await points.advance()) {
        last = points.head;
        verifySometimes(last);
        if (isOurs && root()?.equals(last.root) === false) {
          isOurs = false;
          const what = `The leaves do not make the root that was signed over ${last.size}.`;
          since.report(report, { check: 'root', what });
        }
        since.clear();
      }
    },
    async finish(size) {
      for (; points.head; await points.advance()) last = points.head;
      if (last) checkSignature(last, shard, keys, report);
      checkSize(last?.size ?? 0, size, since.report, report);
    },
  };
}

function checkSize(
  signed: number,
  size: number,
  uncovered: ReturnType<typeof suspects>['report'],
  report: Report,
): void {
  if (signed > size) {
    const what = `A checkpoint over ${signed} leaves was signed, and there are ${size}.`;
    report({ check: 'root', index: size, what });
  }
  if (signed < size) uncovered(report, { check: 'root', what: 'No checkpoint covers this leaf.' });
}

/** In a tree that is not the signed one, what is older than its place may come from elsewhere. */
function reportMoved({ index, line }: Entry, report: Report): void {
  const what = 'This leaf is older than those before it, and may have been moved here.';
  report({ check: 'root', index, event: line.id, licence: licenceOf(line), what });
}
