import { createHash } from 'node:crypto';

/** A licence as its row says it, or the event that issued it: values by column. */
export type LicenceFields = Readonly<Record<string, unknown>>;

/** The columns that are written once, with the licence. */
export const FIXED_COLUMNS = [
  ...([
    'series',
    'prev',
    'request',
    'outlet',
    'publication',
    'article',
    'article_version',
    'feed',
    'feed_since',
  ] as const),
  ...(['report_within', 'removal_within', 'correction_within'] as const),
  ...(['use', 'terms_slug', 'terms_version', 'after_expiry', 'correction', 'advance'] as const),
  ...(['from_at', 'until_at', 'embargo_until', 'renewed_at', 'created_at'] as const),
  ...(['status_list', 'status_index', 'kid', 'footer'] as const),
] as const;

/** The columns that the life of a licence changes. */
export const LIFE_COLUMNS = ['state', 'successor'] as const;

/** The columns of instants that are not called so. */
const INSTANTS: ReadonlySet<string> = new Set(['embargo_until', 'feed_since']);

/** A value in the one spelling in which the row and the event can be compared. */
export function spelled(column: string, value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (column.endsWith('_at') || INSTANTS.has(column)) return spelledInstant(value);
  return JSON.stringify(inOrder(value));
}

/** A digest over columns, so that many licences fit into memory. */
export function digestOf(fields: LicenceFields, columns: readonly string[]): string {
  const hash = createHash('sha256');
  for (const column of columns) hash.update(`${column}=${spelled(column, fields[column])}\n`);
  return hash.digest().toString('latin1');
}

/** `sha256-…` over the token's text, as the event that issued it says. */
export function tokenDigest(token: string): string {
  return `sha256-${createHash('sha256').update(token, 'utf8').digest('base64')}`;
}

function spelledInstant(value: unknown): string {
  return String(typeof value === 'string' ? Date.parse(value) : Number(value));
}

/** The database keeps the members of an object in an order of its own. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(members.map(([name, inner]) => [name, inOrder(inner)]));
}
