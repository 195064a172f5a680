import type { Context } from '../../context.ts';
import { sealLog } from './seal-log.ts';
import { tellRefusal } from './told-refusal.ts';

/**
 * Makes what gives events their leaves, to be called again and again.
 *
 * Whether the tree may be signed is looked at once even if nothing waits, and again for as long
 * as it may not. A refusal is told when it begins and when it ends, not each time.
 */
export function openSealer(ctx: Context): () => Promise<void> {
  /** Null until the first look. */
  let told: string | undefined | null = null;

  async function tell(refusal: string | undefined): Promise<void> {
    if (refusal === told) return;
    await tellRefusal(ctx.db, refusal);
    if (refusal !== undefined) ctx.log.error({ refusal }, REFUSES);
    else if (told !== null) ctx.log.info('the log signs again');
    told = refusal;
  }
  return async () => {
    let more = true;
    while (more) {
      const sealed = await sealLog(ctx, told !== undefined);
      more = 'leaves' in sealed && sealed.more;
      await tell('refusal' in sealed ? sealed.refusal : undefined);
    }
  };
}

const REFUSES =
  'the log signs nothing: restore what is missing, or open a new tree with imprimatur audit new-shard';
