import type { Context } from '../../context.ts';
import { type Db, transact } from '../../db/database.ts';
import { licenceOf } from '../../db/decided-rows.ts';
import { writeDecided } from '../../db/decisions.ts';
import * as events from '../../db/events.ts';
import type { Licence } from '../../db/licences.ts';
import { type FactsRow, findFacts } from '../../db/request-facts.ts';
import * as requests from '../../db/requests.ts';
import * as terms from '../../db/terms.ts';
import { DomainError, invalid } from '../../domain/errors.ts';
import { narrow } from '../../domain/narrow.ts';
import type { Policy } from '../../domain/policy.ts';
import { BUILT_IN_TERMS } from '../../domain/terms.ts';
import { readTerms } from '../../domain/terms-document.ts';
import { articleKilled, articleNotFound } from '../articles/failures.ts';
import { draftLicence } from '../licences/draft-licence.ts';
import { issuedEvent, issuedWord } from '../licences/issued.ts';
import { permitPublication } from '../permit.ts';
import { readAsked } from './asked-use.ts';
import { requestFacts } from './facts.ts';

/**
 * A person grants a pending request: as much of what is asked as the terms offer.
 *
 * @param input.terms slug; absent: the publication's default terms
 * @throws DomainError `request-not-found`, `request-decided`, `article-killed`, `terms-not-found`,
 *   `invalid-request` when the terms leave nothing of the ask
 */
export async function grantRequest(
  ctx: Context,
  input: { id: string; terms?: string | undefined; note: string | null },
): Promise<{ request: requests.Request; licence: Licence }> {
  return transact(ctx.db, async (tx) => {
    const { request, facts } = await lockPending(ctx, tx, input.id);
    if (facts.state === 'killed') throw articleKilled(facts.article);
    const offered = await chosenTerms(tx, input.terms, facts);
    const asked = requestFacts(ctx.now(), facts, readAsked(request.use), request.created_at);
    const use = narrow(asked, readTerms(JSON.parse(offered.document)));
    if (Array.isArray(use)) throw leavesNothing(offered.slug, use);
    const licence = draftLicence(ctx, {
      facts,
      use,
      terms: offered,
      request: request.id,
      prev: null,
    });

    await writeDecided(tx, {
      requests: [],
      licences: [licence],
      events: [issuedEvent(ctx, licence)],
      outbox: [issuedWord(ctx, licence)],
    });
    const reasons = [{ code: 'granted-by-person', message: input.note ?? 'A person granted it.' }];
    const decided = { state: 'granted', reasons, licence: licence.id, note: input.note } as const;
    const granted = await settle(ctx, tx, request, { ...decided });
    return { request: granted, licence: licenceOf(licence) };
  });
}

/** A person refuses a pending request. @throws DomainError `request-not-found`, `request-decided` */
export async function refuseRequest(
  ctx: Context,
  input: { id: string; note: string | null },
): Promise<{ request: requests.Request }> {
  return transact(ctx.db, async (tx) => {
    const { request } = await lockPending(ctx, tx, input.id);
    const reasons = [{ code: 'refused-by-person', message: input.note ?? 'A person refused it.' }];
    const decided = { state: 'refused', reasons, licence: null, note: input.note } as const;
    return { request: await settle(ctx, tx, request, decided) };
  });
}

async function lockPending(ctx: Context, tx: Db, id: string) {
  const request = await requests.lock(tx, id);
  if (!request) throw new DomainError('request-not-found', `No request has the id ${id}.`);
  const { article, outlet } = request;
  const facts = await findFacts(tx, { article, outlet });
  if (!facts) throw articleNotFound(article);
  permitPublication(ctx.caller, facts.publicationSlug);
  if (request.state !== 'pending') {
    throw new DomainError('request-decided', `Request ${id} is already ${request.state}.`, {
      facts: { state: request.state },
    });
  }
  return { request, facts };
}

async function chosenTerms(tx: Db, slug: string | undefined, facts: FactsRow) {
  const wanted = slug ?? (facts.policy as Policy | null)?.defaultTerms ?? BUILT_IN_TERMS;
  const found = await terms.findNewest(tx, wanted);
  if (!found) throw new DomainError('terms-not-found', `No terms are called ${wanted}.`);
  return found;
}

function leavesNothing(slug: string, reasons: readonly { message: string }[]): DomainError {
  const detail = `The terms ${slug} leave nothing of what is asked: ${reasons.map((r) => r.message).join(' ')}`;
  return invalid([{ pointer: '#/terms', code: 'nothing-left', detail }]);
}

async function settle(
  ctx: Context,
  tx: Db,
  before: requests.Request,
  decision: Omit<Parameters<typeof requests.settle>[2], 'at'>,
): Promise<requests.Request> {
  const at = ctx.now();
  await requests.settle(tx, before.id, { ...decision, at });
  await events.record(tx, ctx, {
    type: decision.state === 'granted' ? 'request.granted' : 'request.refused',
    subject: { kind: 'request', id: before.id },
    before: { state: before.state },
    after: decision,
  });
  return { ...before, ...decision, decided_at: at };
}
