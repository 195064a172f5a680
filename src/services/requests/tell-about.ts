import type { Context } from '../../context.ts';
import type { Db } from '../../db/database.ts';
import { type Notice, tell } from '../../db/notices.ts';
import type { FactsRow } from '../../db/request-facts.ts';
import type { RequestMessage } from '../../db/request-messages.ts';
import { called } from './called.ts';

/** A request with what people call the things that it is about. */
interface About {
  request: { id: string };
  facts: FactsRow;
}

/** Tells the house that a request waits for it. */
export function tellWaiting(
  ctx: Context,
  tx: Db,
  { request, facts, reasons }: About & { reasons: readonly { message: string }[] },
): Promise<void> {
  const { outletName: outlet } = facts;
  const told = { outlet, headline: called(facts), reasons: reasons.map(({ message }) => message) };
  return tell(tx, ctx, [{ kind: 'request-waiting', facts: told, ...toHouse({ request, facts }) }]);
}

/** Tells the outlet what a person has decided. */
export function tellDecided(
  ctx: Context,
  tx: Db,
  { request, facts, granted, note }: About & { granted: boolean; note: string | null },
): Promise<void> {
  const kind = granted ? 'request-granted' : 'request-refused';
  const told = { headline: called(facts), note };
  return tell(tx, ctx, [{ kind, facts: told, ...toOutlet({ request, facts }) }]);
}

/** Tells the other side of a message. */
export function tellMessage(
  ctx: Context,
  tx: Db,
  { message, ...about }: About & { message: RequestMessage },
): Promise<void> {
  return tell(tx, ctx, [noticeOf(message, about)]);
}

function noticeOf({ side, text, terms_slug: terms }: RequestMessage, about: About): Notice {
  const { outletName, publicationName } = about.facts;
  const headline = called(about.facts);
  const words = text ?? '';
  if (terms !== null) {
    return { kind: 'request-offered', facts: { headline, terms, text: words }, ...toOutlet(about) };
  }
  const facts = { headline, text: words === '' ? ASKS_OTHERWISE : words };
  return side === 'outlet'
    ? { kind: 'request-message', facts: { ...facts, from: outletName }, ...toHouse(about) }
    : { kind: 'request-message', facts: { ...facts, from: publicationName }, ...toOutlet(about) };
}

const ASKS_OTHERWISE = 'We ask for another use than before; please see the request.';

/** Tells the house what became of its offer. */
export function tellAnswer(
  ctx: Context,
  tx: Db,
  { accepted, text, ...about }: About & { accepted: boolean; text: string | null },
): Promise<void> {
  const { outletName: outlet } = about.facts;
  const headline = called(about.facts);
  const told: Notice = accepted
    ? { kind: 'offer-accepted', facts: { outlet, headline }, ...toHouse(about) }
    : { kind: 'offer-declined', facts: { outlet, headline, text }, ...toHouse(about) };
  return tell(tx, ctx, [told]);
}

function toHouse({ request, facts }: About) {
  return {
    outlet: null,
    publication: facts.publication,
    about: { kind: 'request', id: request.id },
  };
}

function toOutlet({ request, facts }: About) {
  const { outlet, publication } = facts;
  return { outlet, publication, about: { kind: 'request', id: request.id } };
}
