import type { Claim } from '../../db/placements/claim.ts';
import type { Settlement } from '../../db/placements/settle.ts';
import { type NextStep, nextKillStep, nextStep } from '../../domain/backoff.ts';
import { formatInstant, type Instant } from '../../domain/instant.ts';
import { type Sent, sha256 } from './send.ts';

/** A stopped destination keeps its work; it is looked at again once a person has seen to it. */
const RESUMED_MS = 1_000;

/** What follows a try: a kill keeps to its own schedule whatever the outlet answers. */
export function stepAfter(claim: Claim, sent: Sent, now: Instant, random: number): NextStep {
  const { outcome } = sent;
  if (outcome.class === 'placed') return { kind: 'done' };
  if (claim.reason === 'killed') return nextKillStep(claim.attempts, random);
  return nextStep(outcome.class, claim.attempts, now - claim.triedAt, random);
}

/** The row that records a try and what the placement does next. */
export function settlementOf(
  claim: Claim,
  sent: Sent,
  step: NextStep,
  attempt: { id: string; startedAt: Instant; endedAt: Instant },
): Settlement {
  const { outcome, contentHash } = sent;
  const placed = outcome.class === 'placed';
  return {
    attempt: attempt.id,
    placement: claim.id,
    token: claim.token,
    destination: claim.destination,
    outlet: claim.outlet,
    licence: claim.licence,
    seq: claim.seq,
    version: claim.version,
    operation: claim.operation,
    startedAt: formatInstant(attempt.startedAt),
    endedAt: formatInstant(attempt.endedAt),
    outcome: outcome.class,
    code: outcome.code,
    message: outcome.message,
    status: outcome.status ?? null,
    remoteAddress: outcome.remoteAddress ?? null,
    excerpt: outcome.excerpt ?? null,
    footerHash: claim.operation === 'upsert' ? sha256(claim.footer) : null,
    placedHash: placed ? contentHash : null,
    remoteRef: outcome.remoteRef ?? null,
    placed,
    dead: step.kind === 'dead',
    opensAt: claim.notBefore === null ? null : formatInstant(claim.notBefore),
    retryMs: retryMs(step, outcome.retryAfterMs, claim),
    holdMs: claim.reason === 'killed' ? null : (outcome.retryAfterMs ?? null),
  };
}

function retryMs(step: NextStep, asked: number | undefined, claim: Claim): number | null {
  if (step.kind === 'pause' || step.kind === 'disable') return RESUMED_MS;
  if (step.kind !== 'retry') return null;
  return claim.reason === 'killed' ? step.delayMs : Math.max(step.delayMs, asked ?? 0);
}
