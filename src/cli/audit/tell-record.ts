import type { CheckedRecord } from '../../audit/check/check-record.ts';
import { CHECKS, type CheckName, type Finding } from '../../audit/check/finding.ts';

/** Findings that are written out; the rest are counted. */
const SHOWN = 200;

/** What was checked of a record and what is wrong with it, as lines for people. */
export function tellRecord(record: CheckedRecord): string[] {
  const { findings, unchecked } = record;
  const names = Object.keys(CHECKS) as CheckName[];
  return [
    ...names.map((name) => checkLine(name, findings, unchecked[name])),
    '',
    ...findings.slice(0, SHOWN).map(findingLine),
    ...(findings.length > SHOWN ? [`… and ${findings.length - SHOWN} more.`] : []),
    ...(findings.length > 0 ? [''] : []),
    ...record.shards.map(
      ({ shard, size, root }) => `${shard.origin}: ${size} leaves, root ${root.toString('base64')}`,
    ),
    sumLine(record),
  ];
}

function checkLine(name: CheckName, findings: readonly Finding[], why: string | undefined): string {
  const count = findings.filter(({ check }) => check === name).length;
  const result = count > 0 ? 'FAILED' : why ? '-' : 'ok';
  const more = count > 0 ? ` (${count})` : why ? ` Not checked: ${why}.` : '';
  return `${name.padEnd(12)}${result.padEnd(8)}${CHECKS[name]}${more}`;
}

function findingLine({ check, what, licence, event, index }: Finding): string {
  const where = [
    ...(licence ? [`licence urn:uuid:${licence}`] : []),
    ...(event ? [`event ${event}`] : []),
    ...(index === undefined ? [] : [`leaf ${index}`]),
  ];
  return `FAILED ${check}: ${what}${where.length > 0 ? ` [${where.join(', ')}]` : ''}`;
}

function sumLine({ findings, waiting, licences, byHand }: CheckedRecord): string {
  const parts = [
    findings.length === 0 ? 'Nothing is wrong.' : `${findings.length} findings.`,
    ...(licences === undefined ? [] : [`${licences} licences.`]),
    ...(waiting > 0 ? [`${waiting} events wait for their leaf.`] : []),
    ...(byHand > 0 ? [`${byHand} changes were made by hand and recorded.`] : []),
  ];
  return parts.join(' ');
}
