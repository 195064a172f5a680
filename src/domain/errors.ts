/**
 * Every failure a person or a program can meet, by a stable code.
 *
 * The code is the API: it is the last segment of a problem's `type` URI and never changes its
 * meaning. The HTTP status is not decided here; see `http/problems.ts`.
 */
export type ErrorCode =
  | 'article-killed'
  | 'article-not-found'
  | 'article-not-taken-back'
  | 'article-removed'
  | 'article-withheld'
  | 'body-malformed'
  | 'body-too-large'
  | 'channel-not-found'
  | 'destination-implicit'
  | 'destination-in-use'
  | 'destination-not-found'
  | 'event-removed'
  | 'external-id-exists'
  | 'idempotency-conflict'
  | 'idempotency-in-progress'
  | 'internal'
  | 'invalid-request'
  | 'key-expired'
  | 'key-not-found'
  | 'key-required'
  | 'key-unknown'
  | 'licence-expired'
  | 'licence-for-article'
  | 'licence-for-feed'
  | 'licence-not-found'
  | 'licence-not-in-force'
  | 'licence-not-suspended'
  | 'licence-revoked'
  | 'licence-superseded'
  | 'licence-suspended'
  | 'licence-too-large'
  | 'licence-unavailable'
  | 'licence-ended'
  | 'link-not-found'
  | 'log-part-not-found'
  | 'media-type-unsupported'
  | 'method-not-allowed'
  | 'not-acceptable'
  | 'not-permitted'
  | 'nothing-sent'
  | 'offer-not-standing'
  | 'outlet-not-found'
  | 'outlet-not-suspended'
  | 'outlet-suspended'
  | 'page-not-found'
  | 'placement-not-found'
  | 'placement-not-sent'
  | 'precondition-failed'
  | 'precondition-required'
  | 'problem-not-found'
  | 'proof-not-ready'
  | 'publication-not-found'
  | 'rate-limited'
  | 'request-decided'
  | 'request-not-found'
  | 'secret-not-used'
  | 'signing-key-not-found'
  | 'signing-key-pending'
  | 'status-list-not-found'
  | 'status-not-recorded'
  | 'terms-not-found'
  | 'too-early'
  | 'unavailable'
  | 'version-not-found';

/** One field that is wrong: where it is (RFC 6901, as a URI fragment), why, and what to do. */
export interface FieldError {
  /** For example `#/use/until`. */
  pointer: string;
  /** Stable name of the fault, for example `unknown-field`. */
  code: string;
  detail: string;
}

/** An expected failure. Anything else that is thrown is a bug. */
export class DomainError extends Error {
  override name = 'DomainError';
  readonly code: ErrorCode;
  readonly errors: readonly FieldError[] | undefined;
  /** Facts a client can act on, for example `{ id, version }` of what exists. */
  readonly facts: Readonly<Record<string, unknown>>;
  /** How long to wait before trying again, when waiting helps. */
  readonly retryAfterMs: number | undefined;

  constructor(
    code: ErrorCode,
    message: string,
    more: {
      errors?: readonly FieldError[];
      facts?: Record<string, unknown>;
      retryAfterMs?: number;
    } = {},
  ) {
    super(message);
    this.code = code;
    this.errors = more.errors;
    this.facts = more.facts ?? {};
    this.retryAfterMs = more.retryAfterMs;
  }
}

/** A request whose fields cannot be used as they are. */
export function invalid(errors: readonly FieldError[]): DomainError {
  const fields = errors.map((error) => error.pointer).join(', ');
  return new DomainError('invalid-request', `These fields need a change: ${fields}.`, { errors });
}
