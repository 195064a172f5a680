import type { Context } from '../../context.ts';
import type { Db } from '../../db/database.ts';
import type { Decided, LicenceRow, RequestRow } from '../../db/decisions.ts';
import { eventRow } from '../../db/events.ts';
import type { FactsRow } from '../../db/request-facts.ts';
import { DomainError } from '../../domain/errors.ts';
import { formatInstant } from '../../domain/instant.ts';
import type { Decision } from '../../domain/policy.ts';
import type { AskedUse } from '../../domain/use.ts';
import { draftLicence } from '../licences/draft-licence.ts';
import { issuedEvent, issuedWord } from '../licences/issued.ts';
import { writeAsked } from './asked-use.ts';
import { termsVersion } from './offered-terms.ts';

/** A request with its answer, before it is written. */
export interface DecidedRows {
  request: RequestRow;
  /** The one that is issued with it. */
  licence: LicenceRow | null;
  faults: Decision['faults'];
}

/** A licence that cannot be written is for people to see to; the request waits for them. */
export async function drawUp(
  db: Db,
  ctx: Context,
  { facts, use, decision }: { facts: FactsRow; use: AskedUse; decision: Decision },
): Promise<DecidedRows> {
  const id = ctx.newId();
  try {
    const licence = await licenceFor(db, ctx, { facts, decision, request: id });
    return { ...requestFor(ctx, { id, facts, use, decision }, licence?.id ?? null), licence };
  } catch (error) {
    if (!(error instanceof DomainError && error.code === 'licence-too-large')) throw error;
    const reasons = [{ code: error.code, message: error.message }];
    const waiting: Decision = { ...decision, outcome: 'pending', reasons, granted: null };
    return { ...requestFor(ctx, { id, facts, use, decision: waiting }, null), licence: null };
  }
}

/** A request that is answered with a licence that the outlet holds already. */
export function drawUpCovered(
  ctx: Context,
  facts: FactsRow,
  use: AskedUse,
  covered: { decision: Decision; covering: string },
): DecidedRows {
  const decision = coveredDecision(covered.decision, covered.covering);
  const rows = requestFor(ctx, { id: ctx.newId(), facts, use, decision }, covered.covering);
  return { ...rows, licence: null };
}

/** The answer where a licence permits everything that is asked. */
export function coveredDecision(decision: Decision, covering: string): Decision {
  const message = `The licence ${covering} permits all of this already.`;
  return { ...decision, outcome: 'granted', reasons: [{ code: 'covered', message }] };
}

async function licenceFor(
  db: Db,
  ctx: Context,
  { facts, decision, request }: { facts: FactsRow; decision: Decision; request: string },
) {
  const { granted: use, termsSlug } = decision;
  if (!use) return null;
  const terms = termsVersion(facts.terms, termsSlug);
  return draftLicence(db, ctx, { facts, use, terms, request, prev: null });
}

function requestFor(
  ctx: Context,
  asked: { id: string; facts: FactsRow; use: AskedUse; decision: Decision },
  licence: string | null,
): Omit<DecidedRows, 'licence'> {
  const { id, facts, use, decision } = asked;
  const at = formatInstant(ctx.now());
  const request: RequestRow = {
    id,
    outlet: facts.outlet,
    publication: facts.publication,
    article: facts.article,
    feed: facts.feed,
    use: writeAsked(use),
    state: decision.outcome,
    reasons: decision.reasons,
    policy_version: facts.policyVersion,
    trace: decision.trace,
    licence,
    note: null,
    created_at: at,
    decided_at: decision.outcome === 'pending' ? null : at,
  };
  return { request, faults: decision.faults };
}

const EVENT_TYPES = {
  granted: 'request.granted',
  refused: 'request.refused',
  pending: 'request.received',
} as const;

/** All that a decision writes. */
export function writtenFor(ctx: Context, { request, licence, faults }: DecidedRows): Decided {
  const { id, outlet, article, feed, use, state, reasons, policy_version: policyVersion } = request;
  const covered = request.licence !== null && licence === null;
  const told = eventRow(ctx, {
    type: covered ? 'request.covered' : EVENT_TYPES[state],
    subject: { kind: 'request', id },
    after: {
      ...{ state, outlet, article, use, reasons, policyVersion },
      ...(feed && { feed }),
      ...(covered && { licence: request.licence }),
      ...(faults.length > 0 && { faults }),
    },
  });
  return {
    requests: [request],
    licences: licence ? [licence] : [],
    events: licence ? [told, issuedEvent(ctx, licence)] : [told],
    outbox: licence ? [issuedWord(ctx, licence)] : [],
  };
}
