import type { Context } from '../src/context.ts';
import { forgetFormerSecrets } from '../src/services/destinations/forget-former-secrets.ts';
import { carryOutChanges } from '../src/services/licences/carry-out-changes.ts';
import { expireLicences } from '../src/services/licences/expire-licences.ts';
import { forgetOldReplies } from '../src/services/remember-reply.ts';
import { turnKeys } from '../src/services/signing-keys/turn-keys.ts';

/**
 * Ends licences whose time is over, makes the changes whose time has come, and forgets answers kept
 * for repeated requests and secrets that were replaced.
 */
export async function endAndForget(ctx: Context): Promise<void> {
  await expireLicences(ctx);
  await carryOutChanges(ctx);
  await turnKeys(ctx);
  await forgetFormerSecrets(ctx);
  await forgetOldReplies(ctx);
}
