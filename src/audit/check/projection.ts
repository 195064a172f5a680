import type { EventLine, Payload } from './entry.ts';
import type { Report } from './finding.ts';
import {
  digestOf,
  FIXED_COLUMNS,
  LIFE_COLUMNS,
  type LicenceFields,
  spelled,
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
  compare(id: string, row: LicenceFields, report: Report): void;
  /** Tells of licences that were issued and are not there, after all comparisons. */
  finish(report: Report): void;
  /** The state of a licence by the events, where it was issued. */
  stateOf(id: string): string | undefined;
}

/** Small, because there is one for every licence. */
interface Told {
  digest: string;
  token: unknown;
  life: readonly string[];
  seen: boolean;
}

/** Of a licence of which an event was removed nothing can be said. */
const UNKNOWN: Told = { digest: '', token: undefined, life: [], seen: true };

/** @param columns that the licences come with; those of the table, or those that the API shows */
export function projection(columns: readonly string[]): Projection {
  const fixed = FIXED_COLUMNS.filter((column) => columns.includes(column));
  const told = new Map<string, Told>();
  return {
    tell({ subject, type }, payload) {
      if (subject.kind !== 'licence') return;
      if (!payload) {
        told.set(subject.id, UNKNOWN);
        return;
      }
      const fields = fieldsOf(payload.after);
      if (type.endsWith('.deleted-by-hand')) told.delete(subject.id);
      else if (typeof fields.token === 'string') told.set(subject.id, whole(fields, fixed));
      else change(told.get(subject.id), fields);
    },
    compare(id, row, report) {
      const one = told.get(id);
      if (one === UNKNOWN) return;
      if (one) one.seen = true;
      if (one) compareTold(id, one, row, fixed, report);
      else report({ check: 'licences', licence: id, what: 'No event tells of this licence.' });
    },
    finish(report) {
      for (const [licence, { seen }] of told) {
        if (!seen)
          report({ check: 'licences', licence, what: 'This licence was issued, and is gone.' });
      }
    },
    stateOf: (id) => told.get(id)?.life[0],
  };
}

function whole(fields: LicenceFields, fixed: readonly string[]): Told {
  const life = LIFE_COLUMNS.map((column) => lifeOf(fields[column]));
  return { digest: digestOf(fields, fixed), token: fields.token, life, seen: false };
}

/** What came after the issue says what has become of the licence, and nothing else of it. */
function change(one: Told | undefined, fields: LicenceFields): void {
  if (!one || one === UNKNOWN) return;
  one.life = LIFE_COLUMNS.map((column, i) =>
    fields[column] === undefined ? (one.life[i] ?? '') : lifeOf(fields[column]),
  );
}

function compareTold(
  licence: string,
  one: Told,
  row: LicenceFields,
  fixed: readonly string[],
  report: Report,
): void {
  if (digestOf(row, fixed) !== one.digest) {
    report({ check: 'licences', licence, what: 'The row says something else than its events.' });
  }
  for (const [i, column] of LIFE_COLUMNS.entries()) {
    const [is, should] = [lifeOf(row[column]), one.life[i] ?? ''];
    if (is === should) continue;
    const what = `Its ${column} is ${is || 'empty'}, and by the events ${should || 'empty'}.`;
    report({ check: 'licences', licence, what });
  }
  if (typeof row.token === 'string' && tokenDigest(row.token) !== one.token) {
    report({ check: 'tokens', licence, what: 'The token is not the one that was issued.' });
  }
}

/** The columns in which a row differs from the event that issued it. */
export function differingColumns(row: LicenceFields, issued: LicenceFields): string[] {
  return FIXED_COLUMNS.filter(
    (column) => column in row && spelled(column, row[column]) !== spelled(column, issued[column]),
  );
}

function lifeOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function fieldsOf(after: unknown): LicenceFields {
  return typeof after === 'object' && after !== null ? (after as LicenceFields) : {};
}
