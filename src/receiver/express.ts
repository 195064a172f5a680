import type { IncomingMessage, ServerResponse } from 'node:http';
import { type HandlerOptions, nodeHandler, send } from './node-http.ts';
import type { Receiver } from './receiver.ts';

/** As much of a request of Express as is needed; a body parser leaves `body`. */
type ExpressRequest = IncomingMessage & { body?: unknown };

/**
 * A handler for Express: `app.post('/imprimatur', expressHandler(receiver))`.
 *
 * It reads the body itself, or takes the bytes that `express.raw()` left. Behind `express.json()`
 * the bytes are lost and no signature can be checked: such a request fails with an error that says
 * so, whatever was sent.
 */
export function expressHandler(receiver: Receiver, options: HandlerOptions = {}) {
  const handle = nodeHandler(receiver, options);
  return (
    request: ExpressRequest,
    response: ServerResponse,
    next: (error?: unknown) => void,
  ): void => {
    const { body, headers } = request;
    if (Buffer.isBuffer(body)) {
      receiver.take({ headers, body }).then((answered) => send(request, response, answered), next);
    } else if (request.readableEnded) {
      next(new Error('The signature needs the bytes: put this handler before express.json().'));
    } else {
      handle(request, response);
    }
  };
}
