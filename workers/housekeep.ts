import type { Context } from '../src/context.ts';
import { attendFailing } from '../src/services/destinations/attend-failing.ts';
import { forgetFormerSecrets } from '../src/services/destinations/forget-former-secrets.ts';
import { carryOutChanges } from '../src/services/licences/carry-out-changes.ts';
import { expireLicences } from '../src/services/licences/expire-licences.ts';
import { tellOverdue } from '../src/services/placements/tell-overdue.ts';
import { forgetOldReplies } from '../src/services/remember-reply.ts';
import { turnKeys } from '../src/services/signing-keys/turn-keys.ts';

/**
 * Ends licences whose time is over, makes the changes whose time has come, tells of what outlets are
 * late with, sees to destinations that fail, and forgets answers kept for repeated requests and
 * secrets that were replaced.
 */
export async function endAndForget(ctx: Context): Promise<void> {
  await expireLicences(ctx);
  await carryOutChanges(ctx);
  await tellOverdue(ctx);
  await turnKeys(ctx);
  await attendFailing(ctx);
  await forgetFormerSecrets(ctx);
  await forgetOldReplies(ctx);
}
