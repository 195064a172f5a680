import type { Context } from '../src/context.ts';
import { signDueLists } from '../src/services/status/sign-due-lists.ts';

/** Publishes what has become of licences, and signs old lists again. */
export async function publishStatuses(ctx: Context): Promise<void> {
  await signDueLists(ctx);
}
