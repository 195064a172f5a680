import type { Context } from '../../context.ts';
import { lockBounds } from '../../db/bounds.ts';
import type { Db } from '../../db/database.ts';
import { licenceOf } from '../../db/decided-rows.ts';
import { writeDecided } from '../../db/decisions.ts';
import * as events from '../../db/events.ts';
import type { Licence } from '../../db/licences.ts';
import type { FactsRow } from '../../db/request-facts.ts';
import * as requests from '../../db/requests.ts';
import type { TermsVersion } from '../../db/terms.ts';
import { beyondBounds } from '../../domain/bounds.ts';
import { DomainError, invalid } from '../../domain/errors.ts';
import { narrow } from '../../domain/narrow.ts';
import type { Reason } from '../../domain/reason.ts';
import type { Terms } from '../../domain/terms.ts';
import { readTerms } from '../../domain/terms-document.ts';
import type { AskedUse, GrantedUse } from '../../domain/use.ts';
import { articleKilled } from '../articles/failures.ts';
import { draftLicence } from '../licences/draft-licence.ts';
import { issuedEvent, issuedWord } from '../licences/issued.ts';
import { requestFacts } from './facts.ts';
import { readStanding } from './standing.ts';

/** What people settled on for a request that waited. */
export interface Settled {
  request: requests.Request;
  facts: FactsRow;
  terms: TermsVersion;
  /** What is granted of, as far as the terms go. */
  use: AskedUse;
  reason: Reason;
  note: string | null;
}

/**
 * Issues the licence that people settled on. A quota does not bind them, what the terms allow and
 * what another outlet has to itself does.
 *
 * @throws DomainError `article-killed`, `licence-unavailable`, `licence-too-large`, and
 *   `invalid-request` when the terms leave nothing of the ask
 */
export async function issueSettled(
  ctx: Context,
  tx: Db,
  settled: Settled,
): Promise<{ request: requests.Request; licence: Licence }> {
  const { request, facts, terms, reason, note } = settled;
  const use = await grantable(ctx, tx, settled);
  const licence = await draftLicence(tx, ctx, {
    facts,
    use,
    terms,
    request: request.id,
    prev: null,
  });
  await writeDecided(tx, {
    requests: [],
    licences: [licence],
    events: [issuedEvent(ctx, licence)],
    outbox: [issuedWord(ctx, licence)],
  });
  const granted = await closeRequest(ctx, tx, request, {
    state: 'granted',
    reasons: [reason],
    licence: licence.id,
    note,
  });
  return { request: granted, licence: licenceOf(licence) };
}

/** What of the use the terms offer, now that nobody else can take it. */
async function grantable(ctx: Context, tx: Db, settled: Settled): Promise<GrantedUse> {
  const { request, facts } = settled;
  if (!facts.feed && facts.state === 'killed') throw articleKilled(facts.article);
  const terms = readTerms(JSON.parse(settled.terms.document));
  const use = narrowed(ctx, settled, terms);
  const { outlet, publication } = request;
  const { article } = facts;
  await lockBounds(tx, { outlet, publication, article, exclusivity: terms.exclusivity });
  const standing = await readStanding(tx, facts, { now: ctx.now(), use, terms });
  const beyond = beyondBounds(terms, standing);
  if (beyond.length > 0) throw unavailable(beyond);
  return use;
}

/**
 * As much of a use as terms offer for a request that has waited.
 *
 * @throws DomainError `invalid-request` when that is nothing
 */
export function narrowed(
  ctx: Context,
  { request, facts, terms: { slug }, use }: Pick<Settled, 'request' | 'facts' | 'terms' | 'use'>,
  terms: Terms,
): GrantedUse {
  const granted = narrow(requestFacts(ctx.now(), facts, use, request.created_at), terms);
  if (!Array.isArray(granted)) return granted;
  const detail = `The terms ${slug} leave nothing of what is asked: ${sentences(granted)}`;
  throw invalid([{ pointer: '#/terms', code: 'nothing-left', detail }]);
}

function unavailable(reasons: readonly Reason[]): DomainError {
  return new DomainError('licence-unavailable', sentences(reasons), { facts: { reasons } });
}

function sentences(reasons: readonly Reason[]): string {
  return reasons.map((reason) => reason.message).join(' ');
}

/** Writes what became of a request, with the line of the record that tells it. */
export async function closeRequest(
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
    after: {
      ...{ ...decision, outlet: before.outlet, article: before.article },
      ...(before.feed && { feed: before.feed }),
    },
  });
  return { ...before, ...decision, decided_at: at };
}
