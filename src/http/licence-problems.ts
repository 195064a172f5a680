import type { ErrorCode } from '../domain/errors.ts';
import { notFound, notInForce, type Problem } from './problem.ts';

/** Of a licence: that it is not there, does not hold, or cannot be changed so. */
export const LICENCE_PROBLEMS = {
  'licence-too-large': {
    status: 409,
    title: 'The licence would be too large',
    explanation:
      'A licence has at most 16 KiB. Its headline, address and footer are together too long: the publication shortens them, and the request is granted again.',
  },
  'licence-ended': {
    status: 409,
    title: 'The licence has ended',
    explanation: 'It was revoked or superseded, or it expired; nothing more can be done with it.',
  },
  'licence-expired': notInForce('expired', 'Its time is over. Ask for a new licence.'),
  'licence-for-article': {
    status: 404,
    title: 'The licence is for one article',
    explanation:
      'There are no articles to list or choose from: its text is at /v1/licences/{id}/article.',
  },
  'licence-for-feed': {
    status: 404,
    title: 'The licence is for a feed',
    explanation:
      'It covers many articles: they are listed at /v1/licences/{id}/articles, each with its text at /v1/licences/{id}/articles/{articleId}.',
  },
  'licence-not-found': notFound('licence'),
  'licence-not-in-force': {
    status: 409,
    title: 'The licence is not in force',
    explanation: 'A suspended licence is not renewed. Reinstate it first.',
  },
  'licence-not-suspended': {
    status: 409,
    title: 'The licence is not suspended',
    explanation: 'Only a suspended licence can be reinstated; this one is in force as it is.',
  },
  'licence-revoked': notInForce('revoked', 'The publication has withdrawn it.'),
  'licence-suspended': notInForce('suspended', 'It may be reinstated.'),
  'licence-superseded': notInForce('superseded', 'Its successor holds in its place.'),
  'licence-unavailable': {
    status: 409,
    title: 'The licence cannot be issued now',
    explanation:
      "Another outlet has the article to itself, or its licence stands in the way of exclusive terms, or the outlet holds as many licences as the terms allow. The answer's reasons say which and until when.",
  },
} as const satisfies Partial<Record<ErrorCode, Problem>>;
