import { cosignedAt, type NoteKey, openCheckpoint } from '../../verifier/log/index.ts';
import type { Report } from './finding.ts';
import type { KeptCheckpoint, Shard } from './source.ts';

/** Tells of a checkpoint that no key of the log has signed, or that is not what was signed. */
export function checkSignature(
  point: KeptCheckpoint,
  shard: Shard,
  keys: readonly NoteKey[],
  report: Report,
): void {
  const ours = keys.filter(({ name }) => name === shard.origin);
  const fault = faultOf(point, ours);
  if (fault) {
    report({ check: 'signature', what: `The checkpoint over ${point.size} leaves ${fault}.` });
  }
}

function faultOf(point: KeptCheckpoint, keys: readonly NoteKey[]): string | undefined {
  const signed = openCheckpoint(point.note, keys);
  if (!signed) return 'is not signed by any key of the log';
  if (signed.size !== point.size || !signed.root.equals(point.root))
    return 'is not what was signed';
  const second = Math.floor(point.at / 1000) * 1000;
  const isTimed = keys.some((key) => cosignedAt(point.note, key) === second);
  return isTimed ? undefined : 'was not signed at the time that is kept with it';
}
