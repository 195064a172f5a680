import type { Context } from '../src/context.ts';
import { expireLicences } from '../src/services/licences/expire-licences.ts';
import { forgetOldReplies } from '../src/services/remember-reply.ts';

/** Ends licences whose time is over, and forgets answers kept for repeated requests. */
export async function endAndForget(ctx: Context): Promise<void> {
  await expireLicences(ctx);
  await forgetOldReplies(ctx);
}
