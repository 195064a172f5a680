import type { JsonObject } from './json-object.ts';
import { type Refusal, refuse } from './verdict.ts';

/** How far the clocks of two machines may be apart. */
export const SKEW_MS = 60_000;

/** The last second of the year 9999, beyond which RFC 3339 cannot write. */
const LAST_SECOND = 253_402_300_799;

/** A token's times, found to be NumericDates in their order. */
export interface TokenTimes {
  iat: number;
  nbf: number;
  exp: number;
}

/**
 * Reads a token's times. RFC 7519 lets each be absent; a licence without an end, or with times
 * that are not numbers, is none.
 */
export function readTimes({ iat, nbf, exp }: JsonObject): TokenTimes | Refusal {
  const missing = Object.entries({ iat, nbf, exp }).find(([, value]) => value === undefined);
  if (missing) return refuse('claims-missing', `The claim "${missing[0]}" is missing.`);
  if (!isNumericDate(iat) || !isNumericDate(nbf) || !isNumericDate(exp)) {
    return refuse('claims-invalid', 'The times of a licence are whole seconds since 1970.');
  }
  if (nbf >= exp) return refuse('claims-invalid', 'The licence ends before it begins.');
  return { iat, nbf, exp };
}

/** Compares a token's times with an instant; its interval is half-open, but for the skew. */
export function refuseTimes({ nbf, exp }: TokenTimes, now: number): Refusal | undefined {
  if (now + SKEW_MS < nbf * 1000) {
    return refuse('not-yet-valid', `The licence begins at ${written(nbf * 1000)}.`);
  }
  if (now - SKEW_MS >= exp * 1000) {
    return refuse('expired', `The licence ended at ${written(exp * 1000)}.`);
  }
  return undefined;
}

/** An instant in RFC 3339. */
export function written(instant: number): string {
  return new Date(instant).toISOString();
}

/** A whole second that RFC 3339 can write (RFC 7519 section 2). */
export function isNumericDate(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= LAST_SECOND;
}
