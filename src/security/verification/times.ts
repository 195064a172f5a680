import { formatInstant, type Instant } from '../../domain/instant.ts';
import { turnDown, type Verdict } from './verdict.ts';

const SKEW_MS = 60_000;

/** The last second of the year 9999, beyond which RFC 3339 cannot write. */
const LAST_SECOND = 253_402_300_799;

/** A token's times, found to be NumericDates in their order. */
export interface TokenTimes {
  nbf: number;
  exp: number;
}

/**
 * Reads a token's times. RFC 7519 lets each be absent; a licence without an end, or with times
 * that are not numbers, is none.
 */
export function readTimes(payload: Record<string, unknown>): TokenTimes | Verdict {
  const { iat, nbf, exp } = payload;
  const missing = Object.entries({ iat, nbf, exp }).find(([, value]) => value === undefined);
  if (missing) return turnDown('claims-missing', `The claim "${missing[0]}" is missing.`);
  if (!isNumericDate(iat) || !isNumericDate(nbf) || !isNumericDate(exp)) {
    return turnDown('claims-invalid', 'The times of a licence are whole seconds since 1970.');
  }
  if (nbf >= exp) return turnDown('claims-invalid', 'The licence ends before it begins.');
  return { nbf, exp };
}

/** Compares a token's times with an instant; its interval is half-open, but for the skew. */
export function refuseTimes({ nbf, exp }: TokenTimes, now: Instant): Verdict | undefined {
  if (now + SKEW_MS < nbf * 1000) {
    return turnDown('not-yet-valid', `The licence begins at ${formatInstant(nbf * 1000)}.`);
  }
  if (now - SKEW_MS >= exp * 1000) {
    return turnDown('expired', `The licence ended at ${formatInstant(exp * 1000)}.`);
  }
  return undefined;
}

function isNumericDate(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= LAST_SECOND;
}
