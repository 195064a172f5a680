import type { Request, RequestHandler, Response } from 'express';
import type { Context } from '../context.ts';
import { DomainError } from '../domain/errors.ts';
import { authenticate } from '../services/authenticate.ts';
import type { Role } from './access.ts';
import type { RateLimits } from './rate-limits.ts';

/** RFC 6750 section 2.1; `ADMIN_KEY` may hold any visible character. */
const BEARER = /^Bearer +([\x21-\x7e]+) *$/i;

/**
 * Lets in whoever has a key with one of these roles, before anything else is read.
 *
 * @throws DomainError `key-required`, `key-unknown`, `key-expired`, `not-permitted`, `rate-limited`
 */
export function signIn(ctx: Context, limits: RateLimits, roles: readonly Role[]): RequestHandler {
  return async (req, res, next) => {
    const caller = await identifyCaller(ctx, limits, req, res);
    res.locals.caller = caller;
    if (caller.role === null || !roles.includes(caller.role)) {
      throw new DomainError(
        'not-permitted',
        `This takes a key of the role ${roles.join(' or ')}; yours is ${caller.role}.`,
      );
    }
    next();
  };
}

async function identifyCaller(ctx: Context, limits: RateLimits, req: Request, res: Response) {
  await limits.checkSignIns(req, res);
  try {
    return await authenticate(ctx, bearerOf(req), res.locals.requestId);
  } catch (error) {
    if (error instanceof DomainError) await limits.countFailure(req, res);
    throw error;
  }
}

function bearerOf(req: Request): string {
  const { authorization } = req.headers;
  const key = authorization === undefined ? undefined : BEARER.exec(authorization)?.[1];
  if (key !== undefined) return key;
  throw new DomainError('key-required', 'Send an API key in the header Authorization: Bearer KEY.');
}
