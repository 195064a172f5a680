import type { ErrorRequestHandler, Response } from 'express';
import type { Context } from '../context.ts';
import { DomainError } from '../domain/errors.ts';
import { isStoreDown } from '../services/check-readiness.ts';
import { PROBLEMS } from './problems.ts';

const RETRY_AFTER_MS = 5000;

/** Answers every error as RFC 9457 `application/problem+json`; a bug shows its request id alone. */
export function answerProblem({ config }: Pick<Context, 'config'>): ErrorRequestHandler {
  return (thrown, _req, res, next) => {
    if (res.headersSent) return next(thrown);
    const error = expected(thrown);
    const { status, title } = PROBLEMS[error.code];
    if (status >= 500) res.locals.log.error({ err: thrown }, error.code);
    setHeaders(res, error);
    res.statusCode = status;
    res.setHeader('Content-Type', 'application/problem+json');
    res.setHeader('Cache-Control', 'no-store');
    res.end(
      JSON.stringify({
        ...error.facts,
        type: `${config.publicUrl}/problems/${error.code}`,
        title,
        status,
        detail: error.message,
        code: error.code,
        requestId: res.locals.requestId,
        errors: error.errors,
      }),
    );
  };
}

function setHeaders(res: Response, { code, retryAfterMs }: DomainError): void {
  if (PROBLEMS[code].status === 401) {
    // RFC 6750 section 3: a request without a key gets no error code.
    const reason = code === 'key-required' ? '' : ', error="invalid_token"';
    res.setHeader('WWW-Authenticate', `Bearer realm="imprimatur"${reason}`);
  }
  if (retryAfterMs !== undefined) {
    res.setHeader('Retry-After', String(Math.max(1, Math.ceil(retryAfterMs / 1000))));
  }
}

/** What is thrown, in our own words; what Express and its body reader throw carries a status. */
function expected(thrown: unknown): DomainError {
  if (thrown instanceof DomainError) return thrown;
  if (isStoreDown(thrown)) {
    return new DomainError('unavailable', 'The database does not answer. Try again later.', {
      retryAfterMs: RETRY_AFTER_MS,
    });
  }
  const { status, type, limit } = (thrown ?? {}) as Record<string, unknown>;
  if (status === 413) {
    return new DomainError('body-too-large', `This address takes a body of up to ${limit} bytes.`);
  }
  if (status === 415) {
    return new DomainError('media-type-unsupported', 'Send the body without Content-Encoding.');
  }
  if (status === 400 && typeof type === 'string') {
    return new DomainError('body-malformed', 'The body was cut off. Send it again.');
  }
  if (status === 400) {
    return new DomainError('page-not-found', 'The address has a broken percent-encoding.');
  }
  return new DomainError(
    'internal',
    'Something went wrong on our side. Nothing more is known here.',
  );
}
