import { exportRecord } from '../../services/audit/export-record.ts';
import type { Terminal } from '../commands.ts';
import { openRecord } from './open-record.ts';
import type { AuditOptions } from './options.ts';

/** `audit export`: writes the log into a directory. */
export async function exportTo(
  [directory, ...more]: string[],
  { url }: AuditOptions,
  { out, env }: Terminal,
): Promise<number | string> {
  if (directory === undefined || more.length > 0) return 'Name one directory to write to.';
  const { trees } = await openRecord(url, env, (source) => exportRecord(source, directory));
  for (const { origin, size } of trees) out(`${origin}: ${size} leaves are in ${directory}.`);
  return 0;
}
