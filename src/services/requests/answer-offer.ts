import type { Context } from '../../context.ts';
import { type Db, transact } from '../../db/database.ts';
import type { Licence } from '../../db/licences.ts';
import { findStandingOffer, type RequestMessage } from '../../db/request-messages.ts';
import type { Request } from '../../db/requests.ts';
import * as terms from '../../db/terms.ts';
import { DomainError } from '../../domain/errors.ts';
import { readAsked } from './asked-use.ts';
import { lockPending } from './lock-pending.ts';
import { keepMessage } from './message.ts';
import { issueSettled } from './settle-request.ts';
import { tellAnswer } from './tell-about.ts';

export interface AnswerOffer {
  /** The request. */
  id: string;
  /** The message that makes the offer; absent: whichever stands. */
  offer: string | undefined;
  text: string | null;
}

/**
 * The outlet takes the offer that stands: the licence is issued under the version of the terms
 * that was offered.
 *
 * @throws DomainError `request-not-found`, `request-decided`, `offer-not-standing`,
 *   `article-killed`, `licence-unavailable`, and `invalid-request` when time has left nothing of it
 */
export async function acceptOffer(
  ctx: Context,
  input: AnswerOffer,
): Promise<{ request: Request; licence: Licence }> {
  return transact(ctx.db, async (tx) => {
    const { request, facts } = await lockPending(ctx, tx, input.id);
    const offer = await standingOffer(tx, input);
    const said = { text: input.text, answers: offer.id, accepts: true };
    const told = { type: 'request.accepted', after: { offer: offer.id } };
    await keepMessage(ctx, tx, request, said, told);
    const settled = await issueSettled(ctx, tx, {
      request,
      facts,
      terms: await offeredTerms(tx, offer),
      use: readAsked(offer.offered_use),
      reason: {
        code: 'offer-accepted',
        message: `The offer of "${offer.terms_slug}" was accepted.`,
      },
      note: input.text,
    });
    await tellAnswer(ctx, tx, { request, facts, accepted: true, text: input.text });
    return settled;
  });
}

/**
 * The outlet does not take the offer that stands; its request goes on waiting.
 *
 * @throws DomainError `request-not-found`, `request-decided`, `offer-not-standing`
 */
export async function declineOffer(
  ctx: Context,
  input: AnswerOffer,
): Promise<{ request: Request }> {
  return transact(ctx.db, async (tx) => {
    const { request, facts } = await lockPending(ctx, tx, input.id);
    const offer = await standingOffer(tx, input);
    const said = { text: input.text, answers: offer.id, accepts: false };
    const told = { type: 'request.declined', after: { offer: offer.id } };
    await keepMessage(ctx, tx, request, said, told);
    await tellAnswer(ctx, tx, { request, facts, accepted: false, text: input.text });
    return { request };
  });
}

async function standingOffer(tx: Db, { id, offer }: AnswerOffer): Promise<RequestMessage> {
  const standing = await findStandingOffer(tx, id);
  if (standing && (offer === undefined || offer === standing.id)) return standing;
  const instead = standing ? ` The offer ${standing.id} took its place.` : '';
  throw new DomainError('offer-not-standing', `No such offer stands.${instead}`, {
    facts: standing ? { offer: standing.id } : {},
  });
}

async function offeredTerms(tx: Db, offer: RequestMessage): Promise<terms.TermsVersion> {
  const { terms_slug: slug, terms_version: version } = offer;
  const found = slug !== null && version !== null && (await terms.find(tx, slug, version));
  if (!found) throw new Error(`message ${offer.id} makes no offer`);
  return found;
}
