import { type NoteKey, openCheckpoint } from '../../verifier/log/index.ts';
import type { Report } from './finding.ts';
import type { KeptCheckpoint, Shard } from './source.ts';

/** Tells of a checkpoint that no key of the log has signed, or that is not what was signed. */
export function checkSignature(
  point: KeptCheckpoint,
  { origin }: Shard,
  keys: readonly NoteKey[],
  report: Report,
): void {
  const signed = openCheckpoint(point.note, keys);
  const fault = !signed
    ? 'is not signed by any key of the log'
    : signed.origin !== origin
      ? `is one of ${signed.origin}, not of ${origin}`
      : signed.size !== point.size || !signed.root.equals(point.root)
        ? 'is not what was signed'
        : undefined;
  if (fault) {
    report({ check: 'signature', what: `The checkpoint over ${point.size} leaves ${fault}.` });
  }
}
