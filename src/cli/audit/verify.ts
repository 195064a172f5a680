import { type CheckedRecord, checkRecord } from '../../audit/check/check-record.ts';
import type { RecordSource } from '../../audit/check/source.ts';
import { directorySource } from '../../services/audit/directory-source.ts';
import { readSaved } from '../../services/audit/read-saved.ts';
import type { Terminal } from '../commands.ts';
import { openRecord } from './open-record.ts';
import type { AuditOptions } from './options.ts';
import { tellRecord } from './tell-record.ts';

/** `audit verify`: 1 when something is wrong. */
export async function verify(
  [directory, ...more]: string[],
  { url, checkpoint, json }: AuditOptions,
  { out, env }: Terminal,
): Promise<number | string> {
  if (more.length > 0) return 'Name one directory, or none.';
  if (directory !== undefined && url !== undefined) return 'Name a directory or --url.';
  const saved = checkpoint === undefined ? [] : await readSaved(checkpoint);
  const check = (source: RecordSource) => checkRecord(source, saved);
  const record =
    directory === undefined
      ? await openRecord(url, env, check)
      : await check(directorySource(directory));
  if (json) out(JSON.stringify(asJson(record), null, 2));
  else for (const line of tellRecord(record)) out(line);
  return record.findings.length === 0 ? 0 : 1;
}

function asJson({ shards, ...record }: CheckedRecord) {
  const trees = shards.map(({ shard, size, root }) => ({
    origin: shard.origin,
    size,
    root: root.toString('base64'),
  }));
  return { trees, ...record };
}
