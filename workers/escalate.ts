import type { Context } from '../src/context.ts';
import { escalate } from '../src/services/verify/escalate.ts';

/** Calls people for every copy that is due for it. */
export async function escalateAll(ctx: Context): Promise<void> {
  while ((await escalate(ctx)) > 0);
}
