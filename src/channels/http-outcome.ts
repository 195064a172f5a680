import type { Instant } from '../domain/instant.ts';
import { classifyStatus, type Outcome, type OutcomeClass } from '../domain/outcome.ts';
import { parseRetryAfter } from '../domain/retry-after.ts';
import {
  EgressBlocked,
  EgressFailed,
  type EgressFailureKind,
  type EgressResponse,
} from '../security/egress/index.ts';
import { excerptOf } from './excerpt.ts';

const MEANINGS: { readonly [Class in OutcomeClass]: string } = {
  placed: 'The outlet has it.',
  gone: 'The outlet says that this endpoint is gone for good.',
  credentials: 'The outlet does not accept our credentials. Check them on both sides.',
  refused: 'The outlet refused it. Its answer may say why.',
  later: 'The outlet could not take it now.',
  misconfigured: 'The outlet points elsewhere. Redirects are not followed: save the new URL.',
  blocked: 'The address may not be reached from here.',
  ours: 'The service itself stopped this send.',
};

/**
 * Answers of whoever stands before the receiver and has not heard from it: it may still be at work
 * (RFC 9110, 15.6.3 and 15.6.5; 520 and 524 are the ones of a widespread proxy).
 */
const OF_GATEWAYS: ReadonlySet<number> = new Set([502, 504, 520, 524]);

/** What an HTTP answer means for every channel that speaks HTTP. */
export function outcomeOfResponse(response: EgressResponse, now: Instant): Outcome {
  const { status, headers, remoteAddress } = response;
  const outcomeClass = classifyStatus(status);
  const location = outcomeClass === 'misconfigured' ? headers.location : undefined;
  const retryAfterMs =
    outcomeClass === 'later' ? parseRetryAfter(headers['retry-after'], now) : undefined;
  return {
    class: outcomeClass,
    code: `http-${status}`,
    message: location
      ? `${MEANINGS[outcomeClass]} It points to ${excerptOf(location)}`
      : MEANINGS[outcomeClass],
    status,
    remoteAddress,
    ...(OF_GATEWAYS.has(status) && { doubtful: true }),
    ...(response.body !== '' && { excerpt: excerptOf(response.body) }),
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  };
}

/** How far an exchange has to have come for nothing to have left. */
const NOTHING_LEFT: ReadonlySet<EgressFailureKind> = new Set(['connect', 'tls']);

/** What it means that no answer came. Throws on what is no failure of the exchange: a bug. */
export function outcomeOfFailure(error: unknown): Outcome {
  if (error instanceof EgressBlocked) {
    return { class: 'blocked', code: error.code, message: error.message };
  }
  if (!(error instanceof EgressFailed)) throw error;
  const outcomeClass = error.kind === 'aborted' ? 'ours' : 'later';
  const doubtful = !NOTHING_LEFT.has(error.kind);
  return {
    class: outcomeClass,
    code: error.kind,
    message: error.message,
    ...(doubtful && { doubtful }),
  };
}
