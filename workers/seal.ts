import type { Context } from '../src/context.ts';
import { openSealer } from '../src/services/log/open-sealer.ts';

/** Gives every committed event its leaf in the log. */
export function sealAll(ctx: Context): () => Promise<void> {
  return openSealer(ctx);
}
