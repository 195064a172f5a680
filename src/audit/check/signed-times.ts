import type { Instant } from '../../domain/instant.ts';
import { type Entry, licenceOf, type Payload } from './entry.ts';
import type { Report } from './finding.ts';

/** How late a transaction may commit, and how far apart the clocks of two machines may be. */
export const ALLOWANCE_MS = 60_000;

/** The signed times between which a leaf came into the tree. */
export interface Bracket {
  after: Instant;
  before: Instant;
}

/** Tells of an event whose own times do not lie between the checkpoints around its leaf. */
export function checkTimes(
  entry: Entry,
  payload: Payload | undefined,
  bracket: Bracket,
  report: Report,
): void {
  const { index, line } = entry;
  for (const [name, at] of ownTimes(entry, payload)) {
    const wrong = wrongSide(at, bracket);
    if (!wrong) continue;
    const what = `${name} is ${shown(at)}, and the log took it in ${wrong}.`;
    report({ check: 'times', index, event: line.id, licence: licenceOf(line), what });
  }
}

function ownTimes({ line }: Entry, payload: Payload | undefined): [string, Instant][] {
  const at: [string, Instant] = [`The time of ${line.type}`, line.at];
  if (line.subject.kind !== 'licence') return [at];
  const made = madeAt(payload?.after);
  const isNew = line.type === 'licence.issued' || line.type === 'licence.inserted-by-hand';
  return isNew && made !== undefined ? [at, ["The licence's created_at", made]] : [at];
}

function madeAt(after: unknown): Instant | undefined {
  if (typeof after !== 'object' || after === null || !('created_at' in after)) return undefined;
  return Date.parse(String(after.created_at));
}

function wrongSide(at: Instant, { after, before }: Bracket): string | undefined {
  if (!(at >= after - ALLOWANCE_MS)) return `after ${shown(after)}`;
  if (at > before + ALLOWANCE_MS) return `before ${shown(before)}`;
  return undefined;
}

function shown(at: Instant): string {
  return Number.isFinite(at) ? new Date(at).toISOString() : 'no time at all';
}
