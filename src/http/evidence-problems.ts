import type { ErrorCode } from '../domain/errors.ts';
import { notFound, type Problem } from './problem.ts';

/** Of keys, status lists and the log: what shows how it is with a licence. */
export const EVIDENCE_PROBLEMS = {
  'event-removed': {
    status: 410,
    title: 'What the record said was removed',
    explanation:
      'The event still has its place and its hash in the log, so that there was one stays proven. What it said has been removed, for a reason that is an event of its own.',
  },
  'log-part-not-found': notFound('part of the log'),
  'proof-not-ready': {
    status: 425,
    title: 'Not in the log yet',
    explanation:
      'A change has its place in the log at most half a second after it was made, unless the log has been stopped: /readyz then says why. Ask again when Retry-After says.',
  },
  'status-list-not-found': notFound('status list'),
  'status-not-recorded': {
    status: 404,
    title: 'No status is recorded for that time',
    explanation: 'The list was first signed later, or had lapsed then: the service was away.',
  },
  'signing-key-not-found': notFound('signing key'),
  'signing-key-pending': {
    status: 409,
    title: 'A new key waits already',
    explanation:
      'One key at a time is published ahead of its use. Wait until it has taken over, or declare it compromised and start anew.',
  },
} as const satisfies Partial<Record<ErrorCode, Problem>>;
