import type { FieldError } from './errors.ts';
import type { Instant } from './instant.ts';

export const DAY_MS = 86_400_000;

interface Asked {
  from?: Instant | undefined;
  until: Instant;
}

/** When an asked use begins: at once where it names no beginning, or one that has passed. */
export function beginning(use: Asked, now: Instant): Instant {
  return Math.max(now, use.from ?? now);
}

/**
 * What makes an asked interval meaningless, whatever the terms: a request with such a fault is
 * malformed, not refused.
 */
export function intervalFaults(use: Asked, now: Instant): FieldError[] {
  if (use.until <= now) return [fault('in-the-past', 'This has passed: ask for an instant ahead.')];
  if (use.from !== undefined && use.until <= use.from) {
    return [fault('not-after-from', 'The use must end after it begins: `until` after `from`.')];
  }
  return [];
}

function fault(code: string, detail: string): FieldError {
  return { pointer: '#/use/until', code, detail };
}

/**
 * Whether no whole second lies within `[from, until)`. A token tells time in whole seconds
 * (RFC 7519 section 2, NumericDate), so a shorter interval cannot be licensed.
 */
export function isEmptyInterval(from: Instant, until: Instant): boolean {
  return !(Math.ceil(from / 1000) < Math.floor(until / 1000));
}
