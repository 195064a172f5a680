import type { Request, RequestHandler, Response } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import type { Config } from '../config.ts';
import { DomainError } from '../domain/errors.ts';

const WINDOW_MS = 60_000;
const PER_ADDRESS = 600;
/** One IPv6 customer has a /64 at least, so single addresses would limit nobody. */
const IPV6_PREFIX = 64;

export interface RateLimits {
  /** Counts a request to a public route against its client address. */
  publicRoutes: RequestHandler;
  /** Counts a request against its key; absent unless `RATE_LIMIT_PER_KEY` is set. */
  perKey: RequestHandler | undefined;
  /** Refuses an address that has failed too often, before its key is looked up. */
  checkSignIns(req: Request, res: Response): Promise<void>;
  /** Counts a failed sign-in. */
  countFailure(req: Request, res: Response): Promise<void>;
}

/**
 * The limits of one process.
 *
 * All of them end in a DomainError `rate-limited`; Retry-After is set by the library.
 */
export function rateLimits(config: Config): RateLimits {
  const failures = limiter(PER_ADDRESS, clientAddress);
  const countFailure = (req: Request, res: Response) =>
    new Promise<void>((resolve, reject) => {
      void failures(req, res, (error?: unknown) => (error ? reject(error) : resolve()));
    });
  return {
    publicRoutes: limiter(PER_ADDRESS, clientAddress),
    perKey: config.rateLimitPerKey
      ? limiter(config.rateLimitPerKey, (_req, res) => res.locals.caller.id)
      : undefined,
    countFailure,
    async checkSignIns(req, res) {
      const failed = await failures.getKey(clientAddress(req));
      // Counting once more tells whether the minute of those failures is over.
      if (failed && failed.totalHits >= PER_ADDRESS) await countFailure(req, res);
    },
  };
}

function limiter(limit: number, keyGenerator: (req: Request, res: Response) => string) {
  return rateLimit({
    windowMs: WINDOW_MS,
    limit,
    keyGenerator,
    legacyHeaders: false,
    standardHeaders: 'draft-8',
    // TRUST_PROXY is the operator's to decide; the library would warn on the console.
    validate: false,
    handler: (_req, _res, next) => next(tooMany(limit)),
  });
}

function clientAddress(req: Request): string {
  return ipKeyGenerator(req.ip ?? '', IPV6_PREFIX);
}

function tooMany(limit: number): DomainError {
  return new DomainError(
    'rate-limited',
    `More than ${limit} in a minute. Wait for as long as Retry-After says.`,
  );
}
