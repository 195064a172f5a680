import { stringify } from 'csv-stringify/sync';
import type { ExportLine } from '../../services/audit/export-events.ts';

type Pages = AsyncIterable<readonly ExportLine[]>;
type Entry = Extract<ExportLine, { event: unknown }>;

/** One JSON object a line. */
export async function* asNdjson(pages: Pages): AsyncGenerator<string> {
  for await (const page of pages) yield page.map((line) => `${JSON.stringify(line)}\n`).join('');
}

/** RFC 4180; no cell can be taken for a formula by the program that opens it. */
export async function* asCsv(pages: Pages): AsyncGenerator<string> {
  yield written([COLUMNS]);
  for await (const page of pages) yield written(page.filter(isEntry).map(cellsOf));
}

const COLUMNS = [
  ...['log', 'index', 'leaf', 'id', 'at', 'type', 'actor_kind', 'actor_id'],
  ...['subject_kind', 'subject_id', 'outlet', 'article', 'licence', 'request_id'],
  ...['commitment', 'salt', 'payload', 'proof'],
];

function cellsOf({ event, ...line }: Entry) {
  const { id, at, type, actor, subject, outlet, article, licence, requestId } = event;
  return [
    ...[line.log, line.index, inHex(line.leaf), id, at, type, actor.kind, actor.id],
    ...[subject.kind, subject.id, outlet, article, licence, requestId],
    ...[inHex(line.commitment), inHex(line.salt), line.payload, line.proof],
  ];
}

function written(rows: readonly (readonly unknown[])[]): string {
  return stringify([...rows] as unknown[][], {
    record_delimiter: 'windows',
    escape_formulas: true,
  });
}

/** Base64 may begin with a plus sign, as formulas do. */
function inHex(base64: string | null): string | null {
  return base64 === null ? null : Buffer.from(base64, 'base64').toString('hex');
}

function isEntry(line: ExportLine): line is Entry {
  return 'event' in line;
}
