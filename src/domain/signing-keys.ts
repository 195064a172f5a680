import type { Instant } from './instant.ts';

/** What a key signs: licences and status lists, or the checkpoints of the log. */
export type KeyPurpose = 'licence' | 'log';

export const KEY_PURPOSES = ['licence', 'log'] as const satisfies readonly KeyPurpose[];

/**
 * A key is published before it signs, signs alone, verifies for as long as something that it
 * signed runs, and is then kept to be read for ever; or somebody else may hold it.
 */
export type KeyState = 'pending' | 'active' | 'retired' | 'archived' | 'compromised';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** How long a new key is published before it signs, unless told otherwise. */
export const DEFAULT_LEAD_MS = 24 * HOUR_MS;

/** For how long readers may keep the published keys: no key signs sooner after it was published. */
export const KEY_SET_AGE_MS = 10 * MINUTE_MS;

/** A key whose turn lies further ahead is a slip of the pen. */
export const LONGEST_LEAD_MS = 366 * 24 * HOUR_MS;

/** How long the longest-lived thing runs that a key signs without a row that tells of it. */
const STATUS_LIST_MS = 24 * HOUR_MS;

/**
 * For how long after its retirement a process may still sign with a key: it has not heard yet, or
 * was signing when it heard.
 */
const STRAGGLERS_MS = MINUTE_MS;

/**
 * The last instant at which something ends that a key has signed.
 *
 * @param lastLicence the latest end among the licences that it signed; null when there are none
 */
export function lastExpOf(retiredAt: Instant, lastLicence: Instant | null): Instant {
  return Math.max(retiredAt + STRAGGLERS_MS + STATUS_LIST_MS, lastLicence ?? 0);
}

/** Readers whose clocks are late still believe what ended this long ago. */
export const READERS_SKEW_MS = MINUTE_MS;

/** Why a new key may not take over at an instant; undefined when it may. */
export function refuseActivation(activatesAt: Instant, now: Instant): string | undefined {
  if (activatesAt < now + KEY_SET_AGE_MS) {
    return 'Readers keep the published keys for 10 minutes: let it take over later than that. Where a key must go at once, declare it compromised.';
  }
  if (activatesAt > now + LONGEST_LEAD_MS) return 'Let it take over within a year.';
  return undefined;
}
