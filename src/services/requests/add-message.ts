import type { Context } from '../../context.ts';
import { type Db, transact } from '../../db/database.ts';
import type { FactsRow } from '../../db/request-facts.ts';
import type { RequestMessage } from '../../db/request-messages.ts';
import * as requests from '../../db/requests.ts';
import { DomainError, type FieldError, invalid } from '../../domain/errors.ts';
import { readTerms } from '../../domain/terms-document.ts';
import type { AskedUse } from '../../domain/use.ts';
import { intervalFaults } from '../../domain/use-interval.ts';
import { readAsked, writeAsked } from './asked-use.ts';
import { findOffered } from './decide-request.ts';
import { lockPending } from './lock-pending.ts';
import { keepMessage } from './message.ts';
import { narrowed } from './settle-request.ts';
import { tellMessage } from './tell-about.ts';

/** What one side says to the other about a request that waits. */
export interface AddMessage {
  id: string;
  text: string | null;
  /** What the outlet asks for instead. */
  use: AskedUse | undefined;
  /** What the house would grant: terms, and the use, or else what is asked. */
  offer: { terms: string; use?: AskedUse | undefined } | undefined;
}

/**
 * Adds a message of the caller's side. A changed ask is not decided anew: the request is with
 * people. A new offer takes the place of the one before.
 *
 * @throws DomainError `request-not-found`, `request-decided`, `terms-not-found`, and
 *   `invalid-request` for a field that is the other side's, or an offer that comes to nothing
 */
export async function addMessage(ctx: Context, input: AddMessage): Promise<RequestMessage> {
  const faults = [...notTheirs(ctx, input), ...badIntervals(ctx, input)];
  if (faults.length > 0) throw invalid(faults);
  return transact(ctx.db, async (tx) => {
    const { request, facts } = await lockPending(ctx, tx, input.id);
    const { text, use, offer } = input;
    const message = offer
      ? await makeOffer(ctx, tx, { request, facts, text, offer })
      : use
        ? await changeAsk(ctx, tx, { request, text, use })
        : await keepMessage(ctx, tx, request, { text }, { type: 'request.message-added' });
    await tellMessage(ctx, tx, { request, facts, message });
    return message;
  });
}

function notTheirs({ caller }: Context, { use, offer }: AddMessage): FieldError[] {
  const code = 'other-side';
  if (caller.outlet !== null && offer) {
    const detail = 'Offers are made by the house. Say what you would like in "text" or "use".';
    return [{ pointer: '#/offer', code, detail }];
  }
  if (caller.outlet === null && use) {
    const detail = 'What is asked is changed by the outlet alone. Put the use into an offer.';
    return [{ pointer: '#/use', code, detail }];
  }
  return [];
}

function badIntervals(ctx: Context, { use, offer }: AddMessage): FieldError[] {
  const faults = use ? intervalFaults(use, ctx.now()) : [];
  const offered = offer?.use ? intervalFaults(offer.use, ctx.now()) : [];
  return [...faults, ...offered.map(inOffer)];
}

function inOffer(fault: FieldError): FieldError {
  return { ...fault, pointer: fault.pointer.replace('#', '#/offer') };
}

async function changeAsk(
  ctx: Context,
  tx: Db,
  { request, text, use }: { request: requests.Request; text: string | null; use: AskedUse },
): Promise<RequestMessage> {
  const written = writeAsked(use);
  await requests.changeUse(tx, request.id, written);
  return keepMessage(
    ctx,
    tx,
    request,
    { text, use: written },
    { type: 'request.changed', before: { use: request.use }, after: { use: written } },
  );
}

interface Offering {
  request: requests.Request;
  facts: FactsRow;
  text: string | null;
  offer: NonNullable<AddMessage['offer']>;
}

async function makeOffer(ctx: Context, tx: Db, offering: Offering): Promise<RequestMessage> {
  const { request, facts, text, offer } = offering;
  const terms = await findOffered(tx, offer.terms);
  const use = offer.use ?? readAsked(request.use);
  comesToSomething(() =>
    narrowed(ctx, { request, facts, terms, use }, readTerms(JSON.parse(terms.document))),
  );
  const offered = writeAsked(use);
  const named = { terms: terms.slug, termsVersion: terms.version, use: offered };
  const said = { text, terms_slug: terms.slug, terms_version: terms.version, offered_use: offered };
  return keepMessage(ctx, tx, request, said, { type: 'request.offered', after: named });
}

/** What is wrong with terms stands in the offer here. */
function comesToSomething(narrow: () => unknown): void {
  try {
    narrow();
  } catch (error) {
    if (error instanceof DomainError && error.errors) throw invalid(error.errors.map(inOffer));
    throw error;
  }
}
