import { compareTurn, type Turn } from './compare-turn.ts';
import type { EventLine, Payload } from './entry.ts';
import type { Finding, Report } from './finding.ts';
import {
  digestOf,
  FIXED_COLUMNS,
  LIFE_COLUMNS,
  type LicenceFields,
  tokenDigest,
} from './licence-row.ts';

/** What the events make of the licences, to be held against the licences that there are. */
export interface Projection {
  /**
   * Takes the events in the order of the log.
   *
   * @param payload undefined where it was removed: then nothing is known of the licence but that
   *   it was issued
   */
  tell(line: EventLine, payload: Payload | undefined): void;
  /** Holds a licence against what was told of it; each licence once, after all events. */
  compare(id: string, row: LicenceFields): Finding[];
  /** Tells of licences that were issued and are not there, after all comparisons. */
  finish(report: Report): void;
  /** The state of a licence by the events; undefined where nothing is known of it. */
  stateOf(id: string): string | undefined;
  isOutletSuspended(id: string): boolean;
  /** How many of the events were written by the database itself. */
  byHand(): number;
}

/** Small, because there is one for every licence. */
interface Told {
  digest: string;
  token: unknown;
  life: readonly string[];
  /** What gave it its state, where that was no change by hand. */
  turn: Turn | undefined;
  seen: boolean;
}

/** Of a licence of which an event was removed nothing can be said. */
const UNKNOWN: Told = { digest: '', token: undefined, life: [], turn: undefined, seen: true };

/** @param columns that the licences come with; those of the table, or those that the API shows */
export function projection(columns: readonly string[]): Projection {
  const fixed = FIXED_COLUMNS.filter((column) => columns.includes(column));
  const told = new Map<string, Told>();
  const suspended = new Set<string>();
  let byHand = 0;
  return {
    tell({ subject, type }, payload) {
      const { id } = subject;
      if (type.endsWith('-by-hand')) byHand++;
      const fields = fieldsOf(payload?.after);
      if (subject.kind === 'outlet') tellOutlet(suspended, id, type, fields);
      if (subject.kind !== 'licence') return;
      if (!payload) told.set(id, UNKNOWN);
      else if (type.endsWith('.deleted-by-hand')) told.delete(id);
      else if (typeof fields.token === 'string') told.set(id, whole(fields, fixed));
      else change(told.get(id), fields, payload.at);
    },
    compare(id, row) {
      const one = told.get(id);
      if (one === UNKNOWN) return [];
      if (!one)
        return [{ check: 'licences', licence: id, what: 'No event tells of this licence.' }];
      one.seen = true;
      return compareTold(id, one, row, fixed);
    },
    finish(report) {
      const what = 'This licence was issued, and is gone.';
      for (const [licence, { seen }] of told)
        if (!seen) report({ check: 'licences', licence, what });
    },
    stateOf: (id) => told.get(id)?.life[0],
    isOutletSuspended: (id) => suspended.has(id),
    byHand: () => byHand,
  };
}

function tellOutlet(suspended: Set<string>, id: string, type: string, fields: LicenceFields): void {
  const isByHand = type.endsWith('-by-hand');
  if (isByHand ? 'suspended_at' in fields : type === 'outlet.suspended') suspended.add(id);
  else if (isByHand || type === 'outlet.reinstated') suspended.delete(id);
}

function whole(fields: LicenceFields, fixed: readonly string[]): Told {
  const life = LIFE_COLUMNS.map((column) => lifeOf(fields[column]));
  return {
    digest: digestOf(fields, fixed),
    token: fields.token,
    life,
    turn: undefined,
    seen: false,
  };
}

/** What came after the issue says what has become of the licence, and nothing else of it. */
function change(one: Told | undefined, fields: LicenceFields, at: string): void {
  if (!one || one === UNKNOWN) return;
  if (fields.state !== undefined) one.turn = { at: Date.parse(at), reason: fields.reason };
  one.life = LIFE_COLUMNS.map((column, i) =>
    fields[column] === undefined ? (one.life[i] ?? '') : lifeOf(fields[column]),
  );
}

function compareTold(
  licence: string,
  one: Told,
  row: LicenceFields,
  fixed: readonly string[],
): Finding[] {
  const found: Finding[] = [];
  if (digestOf(row, fixed) !== one.digest) {
    const what = 'The row says something else than the event that issued it.';
    found.push({ check: 'licences', licence, what });
  }
  for (const [i, column] of LIFE_COLUMNS.entries()) {
    const [is, should] = [lifeOf(row[column]), one.life[i] ?? ''];
    if (is === should) continue;
    const what = `Its ${column} is ${is || 'empty'}, and by the events ${should || 'empty'}.`;
    found.push({ check: 'licences', licence, what });
  }
  found.push(...compareTurn(licence, String(row.state), row, one.turn));
  if (typeof row.token === 'string' && tokenDigest(row.token) !== one.token) {
    found.push({ check: 'tokens', licence, what: 'The token is not the one that was issued.' });
  }
  return found;
}

function lifeOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

export function fieldsOf(after: unknown): LicenceFields {
  return typeof after === 'object' && after !== null ? (after as LicenceFields) : {};
}
