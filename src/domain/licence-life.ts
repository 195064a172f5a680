import type { Instant } from './instant.ts';

/** What can be done to a licence before its time is over. */
export type LicenceChange = 'suspend' | 'reinstate' | 'revoke';

/** Where a licence stands. */
export type LicenceState = 'active' | 'suspended' | 'superseded' | 'revoked' | 'expired';

/** A change that is ordered for an instant ahead. */
export interface ScheduledChange {
  change: LicenceChange;
  reason: string;
  effectiveAt: Instant;
}

/** A licence as far as its life goes. */
export interface Living {
  state: LicenceState;
  /** Whether it is active because it was reinstated. */
  reinstated: boolean;
}

/**
 * What a change comes to:
 * - `change`         the licence gets another state
 * - `nothing`        it is in that state already
 * - `not-suspended`  there is nothing to reinstate
 * - `ended`          it can no longer be changed
 */
export type Step = 'change' | 'nothing' | 'not-suspended' | 'ended';

/** Decides what a change comes to; a repeated one comes to nothing. */
export function stepOf(change: LicenceChange, { state, reinstated }: Living): Step {
  if (state === 'revoked' && change === 'revoke') return 'nothing';
  if (state === 'superseded' || state === 'revoked' || state === 'expired') return 'ended';
  if (change === 'revoke') return 'change';
  if (change === 'suspend') return state === 'suspended' ? 'nothing' : 'change';
  if (state === 'suspended') return 'change';
  return reinstated ? 'nothing' : 'not-suspended';
}

/**
 * The changes that are taken back when another is made at once. Reinstating says that the licence
 * holds, so it also takes back what was ordered against it.
 */
export const TAKES_BACK: Readonly<Record<LicenceChange, readonly LicenceChange[]>> = {
  suspend: ['suspend'],
  reinstate: ['suspend', 'reinstate', 'revoke'],
  revoke: ['suspend', 'reinstate', 'revoke'],
};

/** Where a licence will stand at an instant if what is ordered until then is carried out. */
export function livingAt(
  now: Living,
  scheduled: readonly ScheduledChange[],
  instant: Instant,
): Living {
  const earlier = scheduled.filter((one) => one.effectiveAt <= instant);
  const inOrder = earlier.toSorted((a, b) => a.effectiveAt - b.effectiveAt);
  return inOrder.reduce((living, { change }) => after(living, change), now);
}

const STATES = { suspend: 'suspended', reinstate: 'active', revoke: 'revoked' } as const;

function after(living: Living, change: LicenceChange): Living {
  if (stepOf(change, living) !== 'change') return living;
  return { state: STATES[change], reinstated: change === 'reinstate' };
}
