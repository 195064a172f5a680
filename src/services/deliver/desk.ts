import type { Context } from '../../context.ts';
import { renewLeases } from '../../db/placements/claim.ts';
import { type TermsInHand, termsCache } from './terms-in-hand.ts';
import { type Texts, textCache } from './texts.ts';

const RENEW_MS = 4_000;

/** What all deliveries of one process share: texts and terms in hand, and leases kept alive. */
export interface Desk {
  ctx: Context;
  texts: Texts;
  terms: TermsInHand;
  /** Keeps these placements ours until the work has ended, however it ends. */
  whileLeased(token: string, work: Promise<unknown>): Promise<void>;
  close(): void;
}

export function openDesk(ctx: Context): Desk {
  const leases = new Set<string>();
  const renewal = setInterval(() => void renew(ctx, leases), RENEW_MS);
  return {
    ctx,
    texts: textCache(ctx),
    terms: termsCache(ctx),
    async whileLeased(token, work) {
      leases.add(token);
      await work.finally(() => leases.delete(token));
    },
    close: () => clearInterval(renewal),
  };
}

/** A renewal that fails is made up for by the next; three in a row cost the lease, as they should. */
async function renew(ctx: Context, leases: ReadonlySet<string>): Promise<void> {
  try {
    await renewLeases(ctx.db, [...leases]);
  } catch (error) {
    ctx.log.warn({ err: error }, 'leases could not be renewed');
  }
}
