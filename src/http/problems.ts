import type { ErrorCode } from '../domain/errors.ts';
import { DELIVERY_PROBLEMS } from './delivery-problems.ts';
import { EVIDENCE_PROBLEMS } from './evidence-problems.ts';
import { LICENCE_PROBLEMS } from './licence-problems.ts';
import { notFound, type Problem, unauthenticated } from './problem.ts';

/** The only place that knows the statuses of errors. A new code does not compile until it is here. */
export const PROBLEMS: Readonly<Record<ErrorCode, Problem>> = {
  ...DELIVERY_PROBLEMS,
  ...EVIDENCE_PROBLEMS,
  ...LICENCE_PROBLEMS,
  'article-killed': {
    status: 409,
    title: 'The article was killed',
    explanation:
      'A kill is for good: the story may not be changed, licensed or sent again. One that was killed by mistake returns as a new article that names the old one in "replaces".',
  },
  'article-not-found': notFound('article'),
  'article-not-taken-back': {
    status: 409,
    title: 'The article was not taken back',
    explanation: 'A kill board is kept for stories that were killed or withheld. This one is live.',
  },
  'article-removed': {
    status: 410,
    title: 'The article was taken back',
    explanation:
      'The publication killed this story, so its text is no longer handed out. Take your copy down.',
  },
  'article-withheld': {
    status: 403,
    title: 'The article is withheld',
    explanation:
      'The publication asks that this story is not used until it is released. Take your copy down; the licence stays, and the text comes back with the release.',
  },
  'body-malformed': {
    status: 400,
    title: 'The body is not JSON',
    explanation: 'Send one JSON document in UTF-8, without a part cut off.',
  },
  'body-too-large': {
    status: 413,
    title: 'The body is too large',
    explanation: 'An article takes up to 1 MiB, everything else up to 256 KiB.',
  },
  'external-id-exists': {
    status: 409,
    title: 'This external id is taken',
    explanation:
      'The publication already has an article with this externalId and other content. The answer names it: correct that article instead of putting in a second one.',
  },
  'idempotency-conflict': {
    status: 409,
    title: 'The Idempotency-Key was used for something else',
    explanation:
      'One Idempotency-Key stands for one request, for 24 hours. To send something else, take a new key.',
  },
  'idempotency-in-progress': {
    status: 409,
    title: 'The first request is still running',
    explanation:
      'A request with the same Idempotency-Key has not ended. Wait for as long as Retry-After says and send it again: it happens once.',
  },
  internal: {
    status: 500,
    title: 'Something went wrong on our side',
    explanation:
      'This is a fault of the service. Its log knows more under the request id of the answer.',
  },
  'invalid-request': {
    status: 422,
    title: 'Some fields cannot be used',
    explanation:
      'Each entry of "errors" points to a field (RFC 6901) and says what to do about it. Nothing was stored.',
  },
  'key-expired': unauthenticated('The API key has expired', 'Ask an admin for a new key.'),
  'key-not-found': notFound('key'),
  'key-required': unauthenticated(
    'An API key is needed',
    'Send one in the header Authorization: Bearer KEY.',
  ),
  'key-unknown': unauthenticated(
    'The API key is not known',
    'It is mistyped, revoked, or belongs to another service.',
  ),
  'link-not-found': notFound('link'),
  'media-type-unsupported': {
    status: 415,
    title: 'The body is in a form that is not taken',
    explanation: 'Send Content-Type: application/json, in UTF-8 and not compressed.',
  },
  'method-not-allowed': {
    status: 405,
    title: 'This address does not take that method',
    explanation: 'The header Allow of the answer lists the methods that it takes.',
  },
  'not-acceptable': {
    status: 406,
    title: 'Not in the form that is asked for',
    explanation: 'The header Accept leaves out the one form in which this is sent.',
  },
  'not-permitted': {
    status: 403,
    title: 'Not permitted',
    explanation: 'The key is known, but its role or its publications do not allow this.',
  },
  'offer-not-standing': {
    status: 409,
    title: 'This offer no longer stands',
    explanation:
      'The house made another offer since, or none, or this one was declined. Read the request again and answer the offer that it shows.',
  },
  'outlet-not-found': notFound('outlet'),
  'outlet-not-suspended': {
    status: 409,
    title: 'The outlet is not suspended',
    explanation: 'Only a suspended outlet can be reinstated; this one is served as it is.',
  },
  'outlet-suspended': {
    status: 403,
    title: 'The outlet is suspended',
    explanation:
      'Until it is reinstated it gets no text and no licences. What stands on its pages may stay.',
  },
  'page-not-found': {
    status: 404,
    title: 'Nothing is at this address',
    explanation: 'The description of every address is at /openapi.json.',
  },
  'placement-not-sent': {
    status: 409,
    title: 'Nothing was sent yet',
    explanation:
      'What has not left this service cannot be at the outlet. Wait until the placement was sent, or look at why it was not.',
  },
  'precondition-failed': {
    status: 412,
    title: 'It has changed meanwhile',
    explanation:
      'If-Match names another version than the one that is there now. Read it again, look at what changed, and send the change with the ETag that you read.',
  },
  'precondition-required': {
    status: 428,
    title: 'If-Match is needed',
    explanation:
      'So that nobody overwrites what they have not seen, a change names the version that it is made from: If-Match: "3", as the ETag of the answer to GET.',
  },
  'problem-not-found': notFound('problem'),
  'publication-not-found': notFound('publication'),
  'rate-limited': {
    status: 429,
    title: 'Too many requests',
    explanation: 'Wait for as long as Retry-After says.',
  },
  'request-decided': {
    status: 409,
    title: 'The request is already decided',
    explanation: 'A request is decided once. What was granted can be revoked.',
  },
  'request-not-found': notFound('request'),
  'terms-not-found': notFound('terms'),
  'too-early': {
    status: 425,
    title: 'Not before its time',
    explanation:
      'The story is under embargo or its licence has not begun. Come back when Retry-After says.',
  },
  unavailable: {
    status: 503,
    title: 'Not available now',
    explanation: 'The service cannot reach its database, or is not ready yet. Try again later.',
  },
  'version-not-found': notFound('version'),
};

export function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && Object.hasOwn(PROBLEMS, code);
}
