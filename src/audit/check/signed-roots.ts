import type { NoteKey } from '../../verifier/log/index.ts';
import { checkSignature } from './check-signature.ts';
import { type Entry, licenceOf } from './entry.ts';
import type { Report } from './finding.ts';
import type { Peekable } from './peekable.ts';
import type { Bracket } from './signed-times.ts';
import type { KeptCheckpoint, Shard } from './source.ts';
import { suspects } from './suspects.ts';

/**
 * Between two signatures that are verified: to verify all would take an hour for a busy year.
 *
 * Whoever changes the time of one that is left out has to keep it between its neighbours, and
 * both ends of a longer gap are verified: so no time is off by more than this.
 */
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

  const verifySometimes = (point: KeptCheckpoint, next: KeptCheckpoint | undefined) => {
    if (next && next.at < point.at) reportEarlier(next, report);
    const isEndOfGap = next !== undefined && next.at > point.at + VERIFIED_EVERY_MS;
    if (!isEndOfGap && point.at < verifiedAt + VERIFIED_EVERY_MS) return;
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
      while (points.head && points.head.size <= size) {
        last = points.head;
        await points.advance();
        verifySometimes(last, points.head);
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

function reportEarlier({ size }: KeptCheckpoint, report: Report): void {
  const what = `The checkpoint over ${size} leaves is older than the one before it.`;
  report({ check: 'times', what });
}

/** In a tree that is not the signed one, what is older than its place may come from elsewhere. */
function reportMoved({ index, line }: Entry, report: Report): void {
  const what = 'This leaf is older than those before it, and may have been moved here.';
  report({ check: 'root', index, event: line.id, licence: licenceOf(line), what });
}
