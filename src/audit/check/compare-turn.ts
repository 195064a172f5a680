import type { Instant } from '../../domain/instant.ts';
import type { Finding } from './finding.ts';
import type { LicenceFields } from './licence-row.ts';
import { ALLOWANCE_MS } from './signed-times.ts';

/** What gave a licence the state that it is in. */
export interface Turn {
  at: Instant;
  reason: unknown;
}

/** Where the row keeps when and why it came to be in a state. */
const KEPT: Readonly<Record<string, { at: string; reason: string }>> = {
  revoked: { at: 'ended_at', reason: 'end_reason' },
  superseded: { at: 'ended_at', reason: 'end_reason' },
  suspended: { at: 'suspended_at', reason: 'suspend_reason' },
};

/** Holds when and why a licence is in its state against the event that says so. */
export function compareTurn(
  licence: string,
  state: string,
  row: LicenceFields,
  turn: Turn | undefined,
): Finding[] {
  const kept = Object.hasOwn(KEPT, state) ? KEPT[state] : undefined;
  if (!kept || !turn) return [];
  const found: Finding[] = [];
  const at = instantOf(row[kept.at]);
  if (!(Math.abs(at - turn.at) <= ALLOWANCE_MS)) {
    const what = `By its ${kept.at} it is ${state} since another time than by the events.`;
    found.push({ check: 'licences', licence, what });
  }
  if (typeof turn.reason === 'string' && turn.reason !== row[kept.reason]) {
    const what = `Its ${kept.reason} is not the reason that the events give.`;
    found.push({ check: 'licences', licence, what });
  }
  return found;
}

function instantOf(value: unknown): Instant {
  return typeof value === 'string' ? Date.parse(value) : Number(value ?? Number.NaN);
}
