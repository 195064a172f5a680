import type { Context } from '../../context.ts';
import { LEASE_SECONDS, type Lease, renewLeases } from '../../db/placements/lease.ts';
import { createInFlight, type InFlight } from './in-flight.ts';
import { ownLoad } from './own-load.ts';
import { givePrecedence, type Precedence } from './precedence.ts';
import { type TermsInHand, termsCache } from './terms-in-hand.ts';
import { type Texts, textCache } from './texts.ts';

const RENEW_MS = 4_000;

/** What all deliveries of one process share: texts and terms in hand, and leases kept alive. */
export interface Desk {
  ctx: Context;
  texts: Texts;
  terms: TermsInHand;
  inFlight: InFlight;
  precedence: Precedence;
  /** Whether this process has no time to begin more. */
  isBusy: () => boolean;
  /** Keeps the placements under a lease ours until the work has ended, however it ends. */
  whileLeased(lease: Lease, work: Promise<unknown>): Promise<void>;
  close(): void;
}

/** When each was last known to be ours: on the process's own clock, which never steps back. */
type Leases = Map<Lease, number>;

export function openDesk(ctx: Context): Desk {
  const leases: Leases = new Map();
  const inFlight = createInFlight();
  const renewal = setInterval(() => void renew(ctx, leases, inFlight), RENEW_MS);
  return {
    ctx,
    texts: textCache(ctx),
    terms: termsCache(ctx),
    inFlight,
    precedence: givePrecedence(),
    isBusy: ownLoad(),
    async whileLeased(lease, work) {
      leases.set(lease, performance.now());
      await work.finally(() => leases.delete(lease));
    },
    close: () => clearInterval(renewal),
  };
}

/**
 * A renewal that fails is made up for by the next. What is sent under a lease that was lost, or
 * that will have run out before the next look, is ended.
 */
async function renew(ctx: Context, leases: Leases, inFlight: InFlight): Promise<void> {
  const asked = [...leases.keys()];
  const askedAt = performance.now();
  try {
    const ours = await renewLeases(ctx.db, asked);
    for (const lease of asked) {
      if (!ours.has(lease.token)) inFlight.stopLease(lease.token);
      else if (leases.has(lease)) leases.set(lease, askedAt);
    }
  } catch (error) {
    ctx.log.warn({ err: error }, 'leases could not be renewed');
    const lostMs = askedAt + RENEW_MS - LEASE_SECONDS * 1_000;
    for (const [{ token }, ours] of leases) if (ours < lostMs) inFlight.stopLease(token);
  }
}
