import type { JudgedRow } from '../../db/request-facts.ts';
import type { Request } from '../../db/requests.ts';
import type { TermsVersion } from '../../db/terms.ts';
import { calendarMonth } from '../../domain/calendar-month.ts';
import { type Decision, holdBounds, type Policy } from '../../domain/policy.ts';
import type { Reason } from '../../domain/reason.ts';
import { readAsked } from '../requests/asked-use.ts';
import { rule } from '../requests/ruling.ts';

/** Licences granted, by outlet and month. */
export type Tally = Map<string, number>;

/** What a request was answered, and what it would be. */
export interface Replayed {
  request: Request;
  was: Decision['outcome'];
  wasReasons: readonly Reason[];
  wouldBe: Decision['outcome'];
  reasons: readonly Reason[];
}

/** A person or an offer answered these, so the policy had left them to people. */
const BY_PEOPLE = new Set(['granted-by-person', 'refused-by-person', 'offer-accepted']);

/** Answers a request anew, as of its own time, by another policy. */
export function replayRequest(
  request: Request,
  row: JudgedRow,
  draft: { policy: Policy; terms: TermsVersion[]; tally: Tally },
): Replayed {
  const codes = request.reasons.map((reason) => reason.code);
  const was = codes.some((code) => BY_PEOPLE.has(code)) ? 'pending' : request.state;
  const then = { request, was, wasReasons: request.reasons };
  if (codes.includes('covered')) return { ...then, wouldBe: was, reasons: request.reasons };
  const { outcome, reasons } = decideAnew(request, asOfThen(row, codes), draft);
  return { ...then, wouldBe: outcome, reasons };
}

/** Kills and suspensions since then would otherwise look like the policy's doing. */
function asOfThen(row: JudgedRow, codes: readonly string[]): JudgedRow {
  const then = { outletSuspended: codes.includes('outlet-suspended'), held: [] };
  if (row.feed) return { ...row, ...then };
  return { ...row, ...then, state: codes.includes('article-killed') ? 'killed' : 'live' };
}

function decideAnew(
  { created_at: now, use }: Request,
  row: JudgedRow,
  { policy, terms: offered, tally }: { policy: Policy; terms: TermsVersion[]; tally: Tally },
): Decision {
  const { decision, terms } = rule(now, { ...row, policy, terms: offered }, readAsked(use));
  const month = calendarMonth(now, row.timeZone);
  const key = `${row.outlet} ${month}`;
  const granted = tally.get(key) ?? 0;
  const standing = { month, granted, live: 0, collisions: [] };
  const held = holdBounds(decision, policy.quota, terms, standing);
  if (held.outcome === 'granted') tally.set(key, granted + 1);
  return held;
}
