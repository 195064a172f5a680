import type { Context } from '../../context.ts';
import type { Db } from '../../db/database.ts';
import { type Claim, type ClaimWish, claimDue, renewLeases } from '../../db/placements/claim.ts';
import { type Settlement, settle } from '../../db/placements/settle.ts';
import { batched } from './batch.ts';
import { type Texts, textCache } from './texts.ts';

const BATCH = { waitMs: 3, most: 200 };
const RENEW_MS = 4_000;

/**
 * What all deliveries of one process share: joined claims and settlements, the texts in hand, and
 * the leases that are kept alive while sends are under way.
 */
export interface Desk {
  ctx: Context;
  texts: Texts;
  claim(wish: ClaimWish): Promise<Claim[]>;
  settle(settlement: Settlement): Promise<void>;
  /** Keeps these placements ours until the work has ended, however it ends. */
  whileLeased(token: string, work: Promise<unknown>): Promise<void>;
  close(): void;
}

export function openDesk(ctx: Context): Desk {
  const leases = new Set<string>();
  const renewal = setInterval(() => void renew(ctx, leases), RENEW_MS);
  const settleSoon = batched<Settlement, undefined>((all) => settleAll(ctx.db, all), BATCH);
  return {
    ctx,
    texts: textCache(ctx.db),
    claim: batched((wishes) => claimAll(ctx.db, wishes), BATCH),
    settle: settleSoon,
    async whileLeased(token, work) {
      leases.add(token);
      await work.finally(() => leases.delete(token));
    },
    close: () => clearInterval(renewal),
  };
}

async function claimAll(db: Db, wishes: readonly ClaimWish[]): Promise<Claim[][]> {
  const claims = await claimDue(db, wishes);
  return wishes.map((wish) => claims.filter((claim) => claim.token === wish.token));
}

async function settleAll(db: Db, settlements: readonly Settlement[]): Promise<undefined[]> {
  await settle(db, settlements);
  return settlements.map(() => undefined);
}

/** A renewal that fails is made up for by the next; three in a row cost the lease, as they should. */
async function renew(ctx: Context, leases: ReadonlySet<string>): Promise<void> {
  try {
    await renewLeases(ctx.db, [...leases]);
  } catch (error) {
    ctx.log.warn({ err: error }, 'leases could not be renewed');
  }
}
