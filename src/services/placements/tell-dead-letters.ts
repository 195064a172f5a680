import type { Context } from '../../context.ts';
import { transact } from '../../db/database.ts';
import { takeDeadLetters } from '../../db/placements/dead-letters.ts';
import { tellOfDestination } from '../notices/tell-of-destination.ts';

const BATCH = 100;

/**
 * Tells outlets and the house of what was given up at their destinations and is not tried again by
 * itself: at most one notice for a destination in a day, however much it was.
 */
export async function tellDeadLetters(ctx: Context): Promise<void> {
  let told: number;
  do {
    told = await transact(ctx.db, async (tx) => {
      const given = await takeDeadLetters(tx, BATCH);
      for (const { placements, lastError, ...destination } of given) {
        const facts = { placements, lastError };
        await tellOfDestination(tx, ctx, destination, 'placements-given-up', facts);
      }
      return given.length;
    });
  } while (told === BATCH);
}
