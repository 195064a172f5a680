import { PULL } from '../../db/destinations.ts';
import type { Claim } from '../../db/placements/claim.ts';
import type { Settlement } from '../../db/placements/settle.ts';
import { type NextStep, nextKillStep, nextStep } from '../../domain/backoff.ts';
import { formatInstant, type Instant } from '../../domain/instant.ts';
import type { Try } from './send.ts';

/** A stopped destination keeps its work; it is looked at again once a person has seen to it. */
const RESUMED_MS = 1_000;

/** Whether a text must be gone whatever the outlet answers: see must-go.ts. */
function mustGo({ reason }: Claim): boolean {
  return reason === 'killed' || reason === 'withheld';
}

/** What follows a try: what must go keeps to its own schedule whatever the outlet answers. */
export function stepAfter(
  claim: Claim,
  sent: Try,
  { now, random: draw }: { now: Instant; random: (bytes: number) => Buffer },
): NextStep {
  const { outcome } = sent;
  if (outcome.class === 'placed') return { kind: 'done' };
  const random = draw(4).readUInt32BE() / 2 ** 32;
  if (mustGo(claim)) return nextKillStep(claim.attempts, random);
  return nextStep(outcome.class, claim.attempts, now - claim.triedAt, random);
}

/** The row that records a try and what the placement does next. */
export function settlementOf(
  claim: Claim,
  sent: Try,
  step: NextStep,
  attempt: { id: string; startedAt: Instant; endedAt: Instant },
): Settlement {
  const { outcome } = sent;
  const placed = outcome.class === 'placed';
  return {
    attempt: attempt.id,
    placement: claim.id,
    token: claim.token,
    destination: claim.destination,
    outlet: claim.outlet,
    article: claim.article,
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
    footerHash: sent.footerHash,
    placedHash: placed ? sent.contentHash : null,
    placed,
    dead: step.kind === 'dead',
    doubtful: outcome.doubtful ?? false,
    followsSeq: sent.followsSeq,
    opensAt: claim.notBefore === null ? null : formatInstant(claim.notBefore),
    retryMs: retryMs(step, outcome.retryAfterMs, claim),
    holdMs: mustGo(claim) ? null : (outcome.retryAfterMs ?? null),
    // Last: an object that begins with a spread is several times as dear to build.
    ...wordOf(claim, sent),
  };
}

/**
 * What the answer says of the copy. A text that is placed is confirmed by its name or its address;
 * one that must go is looked for where it ran, and elsewhere is gone on the outlet's word. That an
 * endpoint is gone is no such word.
 */
function wordOf(claim: Claim, { outcome }: Try) {
  const remoteRef = outcome.remoteRef ?? null;
  const url = isAddress(remoteRef) ? remoteRef : null;
  const isAnswered = outcome.class === 'placed' && claim.channel !== PULL;
  if (claim.operation === 'upsert') {
    return { remoteRef, url, verify: false, confirmed: isAnswered && remoteRef !== null };
  }
  const verify = isAnswered && mustGo(claim) && isAddress(url ?? claim.remoteRef);
  const confirmed = isAnswered && !verify && outcome.code !== 'http-410';
  return { remoteRef, url: null, verify, confirmed };
}

function isAddress(ref: string | null): boolean {
  return ref !== null && /^https?:\/\//.test(ref);
}

function retryMs(step: NextStep, asked: number | undefined, claim: Claim): number | null {
  if (step.kind === 'pause' || step.kind === 'disable') return RESUMED_MS;
  if (step.kind !== 'retry') return null;
  return mustGo(claim) ? step.delayMs : Math.max(step.delayMs, asked ?? 0);
}
