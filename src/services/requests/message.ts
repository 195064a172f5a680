import type { Context } from '../../context.ts';
import type { Db } from '../../db/database.ts';
import * as events from '../../db/events.ts';
import * as messages from '../../db/request-messages.ts';
import type { Request } from '../../db/requests.ts';

/** What one message says; what it does not say is null. */
export type Said = Pick<messages.RequestMessage, 'text'> &
  Partial<Omit<messages.RequestMessage, 'id' | 'request' | 'side' | 'text' | 'created_at'>>;

/** Keeps a message of the caller's side, with the line of the record that tells it. */
export async function keepMessage(
  ctx: Context,
  tx: Db,
  { id: request, outlet, article }: Pick<Request, 'id' | 'outlet' | 'article'>,
  said: Said,
  told: { type: string; before?: unknown; after?: object },
): Promise<messages.RequestMessage> {
  const message: messages.RequestMessage = {
    ...{ use: null, terms_slug: null, terms_version: null, offered_use: null },
    ...{ answers: null, accepts: null },
    ...said,
    id: ctx.newId(),
    request,
    side: ctx.caller.outlet === null ? 'house' : 'outlet',
    created_at: ctx.now(),
  };
  await messages.add(tx, message);
  await events.record(tx, ctx, {
    type: told.type,
    subject: { kind: 'request', id: request },
    ...(told.before !== undefined && { before: told.before }),
    after: {
      ...{ outlet, article, message: message.id, side: message.side, text: message.text },
      ...told.after,
    },
  });
  return message;
}
