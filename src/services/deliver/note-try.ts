import type { Context } from '../../context.ts';
import type { Claim } from '../../db/placements/claim.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Outcome } from '../../domain/outcome.ts';

export interface TryNote {
  /** The attempt's id. */
  id: string;
  startedAt: Instant;
  endedAt: Instant;
  /** Whether the answer says that the copy is as it was wanted. */
  confirmed: boolean;
}

/**
 * Logs and counts a try. By the request that wanted it, one placement can be followed from its
 * commit to this line, and by its id from there to the line of its confirmation.
 */
export function noteTry(
  { log, metrics }: Context,
  claim: Claim,
  outcome: Outcome,
  { id, startedAt, endedAt, confirmed }: TryNote,
): void {
  log.info(
    {
      requestId: claim.raisedBy,
      placement: claim.id,
      attempt: id,
      licence: claim.licence,
      seq: claim.seq,
      operation: claim.operation,
      outcome: outcome.class,
      code: outcome.code,
      confirmed,
      ms: endedAt - startedAt,
      sinceRaisedMs: endedAt - claim.raisedAt,
    },
    'attempt',
  );
  metrics.attempted('deliver', outcome.class);
  if (claim.attempts === 1) metrics.sent(claim, startedAt - claim.raisedAt);
  if (confirmed) metrics.confirmed(claim, endedAt - claim.raisedAt);
}
