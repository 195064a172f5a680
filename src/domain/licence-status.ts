import type { LicenceState } from './licence-life.ts';

/** What a status list says of a licence (IETF Token Status List, section 7.1; 3 is ours). */
export const STATUS = { valid: 0, revoked: 1, suspended: 2, superseded: 3 } as const;

/** A licence's place on a list, and what the list says of it. */
export type StatusEntry = readonly [index: number, status: number];

/**
 * What a list says of a licence. An expired one counts as valid: its end stands in its token, and
 * comes before its status.
 *
 * @param outletSuspended while an outlet is suspended, so are its licences that are in force
 */
export function statusOf(state: LicenceState, outletSuspended: boolean): number {
  if (state === 'active') return outletSuspended ? STATUS.suspended : STATUS.valid;
  return state === 'expired' ? STATUS.valid : STATUS[state];
}
