import { latestEnd } from './beyond-terms.ts';
import type { FieldError } from './errors.ts';
import { formatInstant, type Instant } from './instant.ts';
import type { Terms } from './terms.ts';
import type { GrantedUse } from './use.ts';
import { isEmptyInterval } from './use-interval.ts';

/**
 * The use of a licence that follows another with a later end.
 *
 * It begins now, or when the one before would have, and so it may last as long as the terms offer
 * to any licence: no token ever says more than its terms.
 *
 * @param use of the licence before, whose end it is to outlast
 * @param renewed its own beginning and end
 * @returns what is wrong with the end
 */
export function renewUse(
  use: GrantedUse,
  { from, until }: { from: Instant; until: Instant },
  terms: Terms,
): GrantedUse | FieldError {
  if (until <= use.until) {
    const end = formatInstant(use.until);
    return fault(
      'not-later',
      `The licence already runs until ${end}. To end it earlier, revoke it.`,
    );
  }
  const latest = latestEnd(from, terms);
  if (until > latest) {
    const { maxDays } = terms.window;
    const detail = `The terms offer at most ${maxDays} days from here: until ${formatInstant(latest)}.`;
    return fault('too-long', detail);
  }
  if (isEmptyInterval(from, until)) {
    return fault('nothing-left', `The use may begin at ${formatInstant(from)}: end it after that.`);
  }
  return { ...use, from, until };
}

function fault(code: string, detail: string): FieldError {
  return { pointer: '#/until', code, detail };
}
