import { type Entry, licenceOf } from '../../audit/check/entry.ts';
import type { RecordSource } from '../../audit/check/source.ts';
import { type DiffedRecord, diffRecords } from '../../services/audit/diff-records.ts';
import { readSaved } from '../../services/audit/read-saved.ts';
import type { Terminal } from '../commands.ts';
import { openRecord } from './open-record.ts';
import type { AuditOptions } from './options.ts';

/** `audit diff`: 1 when the later log does not begin with the earlier one. */
export async function diff(
  [before, after, ...more]: string[],
  { url, json }: AuditOptions,
  { out, env }: Terminal,
): Promise<number | string> {
  if (before === undefined || after === undefined || more.length > 0) {
    return 'Name what was kept before and what was kept after.';
  }
  const [earlier, later] = [await readSaved(before), await readSaved(after)];
  const between: Entry[] = [];
  const compare = (source?: RecordSource) =>
    diffRecords(earlier, later, source, (entry) => void between.push(entry));
  const isWhole = later.every(({ entries }) => entries !== undefined);
  const record = isWhole ? await compare() : await openRecord(url, env, compare);
  if (json) out(JSON.stringify({ ...record, between: between.map(shown) }, null, 2));
  else for (const line of told(record, between)) out(line);
  return record.findings.length === 0 ? 0 : 1;
}

function told({ trees, findings }: DiffedRecord, between: readonly Entry[]): string[] {
  return [
    ...between.map((entry) => {
      const { index, at, type, subject, licence } = shown(entry);
      return `+ ${index}  ${at}  ${type}  ${subject}${licence ? `  licence ${licence}` : ''}`;
    }),
    ...findings.map(({ check, what }) => `FAILED ${check}: ${what}`),
    ...trees.map(({ origin, before, after }) => `${origin}: ${before} leaves, then ${after}`),
    findings.length === 0 ? 'The later log begins with the earlier one.' : 'They disagree.',
  ];
}

function shown({ index, line }: Entry) {
  const { id, at, type, subject } = line;
  const about = `${subject.kind} ${subject.id}`;
  return {
    index,
    event: id,
    at: new Date(at).toISOString(),
    type,
    subject: about,
    licence: licenceOf(line),
  };
}
