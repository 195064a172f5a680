import type { Context } from '../src/context.ts';
import { sweep } from '../src/services/relay/sweep.ts';

/** Repairs what was missed; it should find nothing. */
export async function sweepAll(ctx: Context): Promise<void> {
  await sweep(ctx);
}
