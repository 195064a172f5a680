import type { z } from 'zod';
import { formatInstant } from '../../domain/instant.ts';
import { termsUri } from '../../services/licences/uris.ts';
import type { addMessage } from '../../services/requests/add-message.ts';
import type { MessageReply, StandingOffer } from '../schemas/conversation.ts';

type Message = Awaited<ReturnType<typeof addMessage>>;
type Shown = z.input<typeof MessageReply>;

/** A message as it is answered: by its side, and never by the person. */
export function messageReply(message: Message, publicUrl: string): Shown {
  const { id, side, text, use, answers, accepts } = message;
  const offer = offerIn(message, publicUrl);
  return {
    ...{ id, side, text },
    ...(use !== null && { use: use as Shown['use'] }),
    ...(offer && { offer }),
    ...(answers !== null && { answer: { offer: answers, accepted: accepts === true } }),
    createdAt: formatInstant(message.created_at),
  };
}

/** The offer that stands, as it is shown with its request. */
export function standingOfferReply(
  message: Message,
  publicUrl: string,
): z.input<typeof StandingOffer> | undefined {
  const offer = offerIn(message, publicUrl);
  return offer && { id: message.id, ...offer };
}

function offerIn(message: Message, publicUrl: string): Shown['offer'] {
  const { terms_slug: slug, terms_version: version, offered_use: use } = message;
  if (slug === null || version === null) return undefined;
  const uri = termsUri(publicUrl, slug, version);
  return { terms: { uri, slug, version }, use: use as NonNullable<Shown['offer']>['use'] };
}
