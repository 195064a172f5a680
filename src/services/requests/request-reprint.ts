import type { Context } from '../../context.ts';
import { licenceOf, requestOf } from '../../db/decided-rows.ts';
import {
  type Decided,
  type LicenceRow,
  type RequestRow,
  writeOneDecided,
} from '../../db/decisions.ts';
import { eventRow } from '../../db/events.ts';
import type { Licence } from '../../db/licences.ts';
import { type FactsRow, findFacts } from '../../db/request-facts.ts';
import type { Request } from '../../db/requests.ts';
import { DomainError } from '../../domain/errors.ts';
import { formatInstant } from '../../domain/instant.ts';
import { type Decision, decide, type Policy } from '../../domain/policy.ts';
import type { AskedUse } from '../../domain/use.ts';
import { articleNotFound } from '../articles/failures.ts';
import { draftLicence } from '../licences/draft-licence.ts';
import { issuedEvent, issuedWord } from '../licences/issued.ts';
import { writeAsked } from './asked-use.ts';
import { requestFacts } from './facts.ts';
import { termsOf, termsVersion } from './offered-terms.ts';

export interface RequestReprint {
  articleId: string;
  use: AskedUse;
}

interface DecidedRows {
  request: RequestRow;
  licence: LicenceRow | null;
}

/**
 * Decides an outlet's request to reprint an article, and issues the licence where it is granted.
 *
 * Every well-formed request is kept with its decision, refused ones too.
 *
 * @throws DomainError `article-not-found`, and `not-permitted` for a caller that is no outlet
 */
export async function requestReprint(
  ctx: Context,
  input: RequestReprint,
): Promise<{ request: Request; licence: Licence | null }> {
  const facts = await readFacts(ctx, input.articleId);
  const policy = facts.policy as Policy | null;
  const asked = requestFacts(ctx.now(), facts, input.use);
  const decision = decide(asked, policy, (slug) => termsOf(facts.terms, slug));
  const decided = outcome(ctx, facts, input.use, decision);
  await writeOneDecided(ctx.db, rowsOf(ctx, decided));
  const { request, licence } = decided;
  return { request: requestOf(request), licence: licence && licenceOf(licence) };
}

async function readFacts(ctx: Context, article: string): Promise<FactsRow> {
  const { outlet } = ctx.caller;
  if (outlet === null) {
    throw new DomainError('not-permitted', "Requests are made with an outlet's own key.");
  }
  const facts = await findFacts(ctx.db, { article, outlet });
  if (!facts) throw articleNotFound(article);
  return facts;
}

/** A licence that cannot be written is for people to see to; the request waits for them. */
function outcome(ctx: Context, facts: FactsRow, use: AskedUse, decision: Decision): DecidedRows {
  try {
    return drawUp(ctx, facts, use, decision);
  } catch (error) {
    if (!(error instanceof DomainError && error.code === 'licence-too-large')) throw error;
    const reasons = [{ code: error.code, message: error.message }];
    return drawUp(ctx, facts, use, { ...decision, outcome: 'pending', reasons, granted: null });
  }
}

function drawUp(ctx: Context, facts: FactsRow, use: AskedUse, decision: Decision): DecidedRows {
  const id = ctx.newId();
  const licence =
    decision.granted &&
    draftLicence(ctx, {
      facts,
      use: decision.granted,
      terms: termsVersion(facts.terms, decision.termsSlug),
      request: id,
      prev: null,
    });
  const at = formatInstant(ctx.now());
  const request: RequestRow = {
    id,
    outlet: facts.outlet,
    publication: facts.publication,
    article: facts.article,
    use: writeAsked(use),
    state: decision.outcome,
    reasons: decision.reasons,
    policy_version: facts.policyVersion,
    trace: decision.trace,
    licence: licence?.id ?? null,
    note: null,
    created_at: at,
    decided_at: decision.outcome === 'pending' ? null : at,
  };
  return { request, licence };
}

const EVENT_TYPES = {
  granted: 'request.granted',
  refused: 'request.refused',
  pending: 'request.received',
} as const;

function rowsOf(ctx: Context, { request, licence }: DecidedRows): Decided {
  const { id, outlet, article, use, state, reasons, policy_version } = request;
  const told = eventRow(ctx, {
    type: EVENT_TYPES[state],
    subject: { kind: 'request', id },
    after: { state, outlet, article, use, reasons, policyVersion: policy_version },
  });
  return {
    requests: [request],
    licences: licence ? [licence] : [],
    events: licence ? [told, issuedEvent(ctx, licence)] : [told],
    outbox: licence ? [issuedWord(ctx, licence)] : [],
  };
}
