import type { Context } from '../../context.ts';
import * as messages from '../../db/request-messages.ts';
import { readRequest } from './read-requests.ts';

/** What both sides wrote about a request, oldest first. @throws DomainError `request-not-found` */
export async function listMessages(
  ctx: Context,
  id: string,
  window: { after?: string | undefined; limit: number },
): Promise<messages.RequestMessage[]> {
  await readRequest(ctx, id);
  return messages.list(ctx.db, id, window);
}

const SHOWN = 200;

/** A request with what was written about it, and the offer that can be answered. */
export async function readConversation(ctx: Context, id: string) {
  const { request, licence } = await readRequest(ctx, id);
  return {
    request,
    licence,
    messages: await messages.list(ctx.db, id, { limit: SHOWN }),
    offer: request.state === 'pending' ? await messages.findStandingOffer(ctx.db, id) : undefined,
  };
}
