import type { Context } from '../src/context.ts';
import { tellDeadLetters } from '../src/services/placements/tell-dead-letters.ts';

/** Has people told of what is not tried again by itself. */
export async function tellLetters(ctx: Context): Promise<void> {
  await tellDeadLetters(ctx);
}
