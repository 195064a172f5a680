import type { z } from 'zod';
import { formatInstant } from '../../domain/instant.ts';
import type { listAttempts, readPlacement } from '../../services/placements/read-placements.ts';
import type { AttemptReply, PlacementReply } from '../schemas/placement.ts';

type Placement = Awaited<ReturnType<typeof readPlacement>>;
type Attempt = Awaited<ReturnType<typeof listAttempts>>[number];

/** A placement as it is answered: what is wanted there, and what is known to be there. */
export function placementReply(row: Placement): z.input<typeof PlacementReply> {
  const { wanted_version: version, wanted_op: operation, wanted_reason: reason } = row;
  const waits = row.next_at !== null && Number.isFinite(row.next_at);
  return {
    id: row.id,
    destination: row.destination,
    outlet: row.outlet,
    article: row.article,
    licence: row.licence,
    seq: row.wanted_seq,
    wanted: { version, operation, ...(reason && { reason }) },
    ...placedOf(row),
    state: row.state,
    ...confirmedOf(row),
    outcomeUnknown: row.outcome_unknown,
    attempts: row.attempts,
    ...(waits && { nextAt: formatInstant(row.next_at ?? 0) }),
    ...(row.last_error && { lastError: row.last_error }),
  };
}

/** Nothing is said of a placement where nothing was ever sent. */
function placedOf(row: Placement) {
  const { placed_seq: seq, placed_version: version, placed_op: operation, placed_at: at } = row;
  if (seq === null || version === null || operation === null || at === null) return {};
  const ref = row.remote_ref === null ? {} : { ref: row.remote_ref };
  return { placed: { seq, version, operation, at: formatInstant(at), ...ref } };
}

/** What is known of it, and what is still owed; nothing is overdue that has been done since. */
function confirmedOf(row: Placement) {
  const { confirmed_seq: seq, confirmed_at: at, confirmed_by: by } = row;
  const { confirm_until: until, overdue_at: since } = row;
  const known = seq !== null && at !== null && by !== null;
  return {
    ...(known && { confirmed: { seq, at: formatInstant(at), by } }),
    ...(until !== null && { confirmBy: formatInstant(until) }),
    ...(until !== null && since !== null && { overdueSince: formatInstant(since) }),
  };
}

/** A try as it is answered. */
export function attemptReply(row: Attempt): z.input<typeof AttemptReply> {
  const { id, placement, destination, seq, version, operation, licence, outcome } = row;
  return {
    ...{ id, placement, destination, seq, version, operation, licence, outcome },
    startedAt: formatInstant(row.started_at),
    endedAt: formatInstant(row.ended_at),
    code: row.code,
    message: row.message,
    purpose: row.purpose,
    doubtful: row.doubtful,
    fenced: row.fenced,
    ...(row.status !== null && { status: row.status }),
    ...(row.remote_address !== null && { remoteAddress: row.remote_address }),
    ...(row.excerpt !== null && { excerpt: row.excerpt }),
    ...(row.footer_hash !== null && { footerHash: row.footer_hash }),
  };
}
