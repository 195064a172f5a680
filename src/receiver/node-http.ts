import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Answer, REFUSALS } from './answer.ts';
import { readBody } from './read-body.ts';
import type { Receiver } from './receiver.ts';

export interface HandlerOptions {
  /** The largest message that is read; 8 MiB unless given. */
  limitBytes?: number;
}

/** The longest text that the service takes in, in its most talkative format, is well below. */
const LIMIT_BYTES = 8 * 1024 * 1024;

/** A handler for `node:http`: have it called for requests to the address of your destination. */
export function nodeHandler(receiver: Receiver, { limitBytes = LIMIT_BYTES }: HandlerOptions = {}) {
  return (request: IncomingMessage, response: ServerResponse): void => {
    answer(receiver, request, limitBytes)
      .then((answered) => send(request, response, answered))
      .catch((error) => {
        // The sender hung up: there is nobody to answer, and it will come again.
        receiver.onError(error);
        response.destroy();
      });
  };
}

async function answer(
  receiver: Receiver,
  request: IncomingMessage,
  limitBytes: number,
): Promise<Answer> {
  if (request.method !== 'POST') return { ...REFUSALS.notPosted, headers: NOT_POSTED };
  const body = await readBody(request, limitBytes);
  return body ? receiver.take({ headers: request.headers, body }) : REFUSALS.tooLarge;
}

const NOT_POSTED = { ...REFUSALS.notPosted.headers, allow: 'POST' };

/** A sender in the middle of its message would miss an answer that comes with a reset. */
const DRAIN_MS = 2_000;

/** What is left unread of a message is thrown away, and its connection ends. */
export function send(request: IncomingMessage, response: ServerResponse, answered: Answer): void {
  const { status, headers, body } = answered;
  if (request.complete) {
    response.writeHead(status, headers).end(body);
    return;
  }
  request.resume();
  const late = setTimeout(() => request.destroy(), DRAIN_MS).unref();
  request.once('close', () => clearTimeout(late));
  response.writeHead(status, { ...headers, connection: 'close' }).end(body);
}
