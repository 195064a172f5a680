import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import type { Caller, Context } from '../context.ts';

declare global {
  namespace Express {
    interface Locals {
      requestId: string;
      log: Logger;
      /** The path as declared, never as asked: ids and tokens in addresses stay out of the log. */
      route: string | undefined;
      caller: Caller;
    }
  }
}

/**
 * Gives every request an id of our own and a logger that carries it, and logs the answer.
 *
 * An incoming `X-Request-Id` is not used: whoever sends it could make two requests look like one.
 */
export function identify(ctx: Context): RequestHandler {
  return (req, res, next) => {
    const requestId = ctx.newId();
    const began = performance.now();
    const log = ctx.log.child({ requestId });
    res.locals.requestId = requestId;
    res.locals.log = log;
    res.locals.caller = anonymous(requestId);
    res.setHeader('X-Request-Id', requestId);
    res.once('close', () => {
      log.info(
        {
          method: req.method,
          route: res.locals.route,
          status: res.statusCode,
          ms: Math.round(performance.now() - began),
          ...(res.writableFinished ? {} : { aborted: true }),
        },
        'answered',
      );
    });
    next();
  };
}

function anonymous(requestId: string): Caller {
  return {
    kind: 'public',
    id: 'anonymous',
    role: null,
    outlet: null,
    publications: null,
    requestId,
  };
}
