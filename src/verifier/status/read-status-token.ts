import type { JsonObject } from '../json-object.ts';
import type { KeyRing } from '../keys/key-ring.ts';
import { isNumericDate, SKEW_MS, written } from '../times.ts';
import { STATUS_LIST_TYP } from '../token/media-types.ts';
import { readSigned } from '../token/read-signed.ts';
import type { Refusal } from '../verdict.ts';
import { readStatuses, type Statuses } from './read-statuses.ts';

const MOST_BYTES = 2 * 1024 * 1024;

/** A list that the issuer's key has signed. */
export interface StatusToken {
  /** The list's own address: what licences on it call `uri`. */
  uri: string;
  /** When it was signed, in epoch milliseconds. */
  issuedAt: number;
  /** For how long a copy may be kept, in milliseconds; undefined where it does not say. */
  ttlMs: number | undefined;
  statuses: Statuses;
}

/** Why a list says nothing, as a sentence. */
export interface Unreadable {
  unknown: string;
}

/**
 * Reads a Status List Token (IETF Token Status List, section 5.1) as of an instant.
 *
 * A list whose `exp` has passed, or that has none, says nothing; nor does one that was signed after
 * the instant, because what it says may have come later.
 */
export function readStatusToken(
  token: string,
  { keys, now }: { keys: KeyRing; now: number },
): StatusToken | Unreadable {
  const signed = readSigned(token, { typ: STATUS_LIST_TYP, keys, mostBytes: MOST_BYTES });
  return 'code' in signed ? notTaken(signed) : readPayload(signed.payload, now);
}

function notTaken({ reason }: Refusal): Unreadable {
  return { unknown: `The status list is not taken. ${reason}` };
}

function readPayload(payload: JsonObject, now: number): StatusToken | Unreadable {
  const { sub, iat, exp, ttl } = payload;
  const statuses = readStatuses(payload.status_list);
  if (typeof sub !== 'string' || !isNumericDate(iat) || !isNumericDate(exp) || !statuses) {
    return { unknown: 'The status list is not what a status list is.' };
  }
  if (iat * 1000 > now + SKEW_MS) {
    return { unknown: `The status list was signed later, at ${written(iat * 1000)}.` };
  }
  if (exp * 1000 <= now - SKEW_MS) {
    return { unknown: `The status list ended at ${written(exp * 1000)}; a newer one is needed.` };
  }
  const ttlMs = typeof ttl === 'number' && ttl > 0 ? ttl * 1000 : undefined;
  return { uri: sub, issuedAt: iat * 1000, ttlMs, statuses };
}
